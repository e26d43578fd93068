#include "engine/base/file_path.h"

#include <algorithm>

namespace modgraph {
namespace {

// Takes the first element, and the slashes after it, off a path.
std::string_view take_element(std::string_view& path) {
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view element = path.substr(0, end);
  path.remove_prefix(end);
  while (path.starts_with('/')) path.remove_prefix(1);
  return element;
}

}  // namespace

std::string clean_path(std::string_view path) {
  const bool rooted = is_absolute_path(path);
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string out = rooted ? "/" : "";
  std::size_t floor = out.size();  // what a ".." cannot take away
  while (!path.empty()) {
    const std::string_view element = take_element(path);
    if (element == ".") continue;
    if (element == "..") {
      if (out.size() > floor) {
        const std::size_t slash = out.rfind('/');
        out.resize(slash == std::string::npos ? 0 : std::max(slash, floor));
        continue;
      }
      if (rooted) continue;
    }
    if (!out.empty() && !out.ends_with('/')) out += '/';
    out += element;
    if (element == "..") floor = out.size();
  }
  return out.empty() ? "." : out;
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() && name.empty()) return "";
  if (folder.empty()) return clean_path(name);
  if (name.empty()) return clean_path(folder);
  return clean_path(std::string(folder).append("/").append(name));
}

std::optional<std::string> relative_path(std::string_view folder,
                                         std::string_view target) {
  if (!is_absolute_path(folder) || !is_absolute_path(target))
    return std::nullopt;
  const std::string from = clean_path(folder), to = clean_path(target);
  std::string_view a = from, b = to;
  a.remove_prefix(1);
  b.remove_prefix(1);
  while (!a.empty() && !b.empty()) {
    std::string_view next_a = a, next_b = b;
    if (take_element(next_a) != take_element(next_b)) break;
    a = next_a;
    b = next_b;
  }
  std::string out;
  while (!a.empty()) {
    take_element(a);
    out += out.empty() ? ".." : "/..";
  }
  if (!b.empty()) out.append(out.empty() ? "" : "/").append(b);
  return out.empty() ? "." : out;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return clean_path(path.substr(0, slash + 1));
}

bool is_in_folder(std::string_view path, std::string_view folder) {
  if (is_absolute_path(path) != is_absolute_path(folder)) return false;
  // How often a name leads up, and what is left of it.
  const auto ups = [](std::string_view& name) {
    std::size_t count = 0;
    for (; name == ".." || name.starts_with("../"); ++count)
      name.remove_prefix(std::min<std::size_t>(name.size(), 3));
    return count;
  };
  if (folder == ".") folder = {};
  const std::size_t path_ups = ups(path);
  const std::size_t folder_ups = ups(folder);
  if (folder.empty()) return path_ups <= folder_ups;
  if (path_ups != folder_ups || !path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') ||
         path[folder.size()] == '/';
}

}  // namespace modgraph
