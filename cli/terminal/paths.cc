#include "cli/terminal/paths.h"

#include <array>
#include <filesystem>
#include <optional>

#include "cli/terminal/read_file.h"
#include "engine/base/memory_error.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

fs::path absolute_folder(const std::string& folder) {
  std::error_code failed;
  fs::path out = fs::weakly_canonical(folder, failed);
  throw_if_out_of_memory(failed);
  return failed ? fs::path(folder) : out;
}

// Where version control keeps its own; git's may be a file.
bool has_version_control(const fs::path& folder) {
  constexpr std::array kFolders = {".git", ".jj", ".hg", ".svn", ".bzr"};
  for (const char* name : kFolders)
    if (is_there(folder / name)) return true;
  return false;
}

// The nearest folder upward for which `holds` is true.
template <class Holds>
std::optional<fs::path> nearest_above(const fs::path& start, Holds holds) {
  for (fs::path at = start;; at = at.parent_path()) {
    if (holds(at)) return at;
    if (at == at.parent_path()) return std::nullopt;
  }
}

std::optional<fs::path> outermost_module(const fs::path& start) {
  std::optional<fs::path> out;
  for (fs::path at = start;; at = at.parent_path()) {
    if (is_there(at / "go.mod")) out = at;
    if (at == at.parent_path()) return out;
  }
}

}  // namespace

std::string naming_base(const std::string& folder) {
  const auto root = nearest_above(absolute_folder(folder), has_version_control);
  return root ? root->string() : absolute_folder(".").string();
}

std::string repository_root(const std::string& folder) {
  const fs::path start = absolute_folder(folder);
  if (const auto root = nearest_above(start, has_version_control))
    return root->string();
  if (const auto work = nearest_above(
          start, [](const fs::path& at) { return is_there(at / "go.work"); }))
    return work->string();
  return outermost_module(start).value_or(start).string();
}

std::string common_folder(const std::vector<std::string>& folders) {
  fs::path out;
  for (const std::string& folder : folders) {
    const fs::path next = absolute_folder(folder);
    if (out.empty()) out = next;
    while (out != out.parent_path()) {
      const fs::path below = next.lexically_relative(out);
      if (!below.empty() && *below.begin() != "..") break;
      out = out.parent_path();
    }
  }
  return out.string();
}

std::string find_config(const std::string& folder) {
  const fs::path root = repository_root(folder);
  const fs::path start = absolute_folder(folder);
  for (fs::path at = start;; at = at.parent_path()) {
    const fs::path file = at / ".modgraph.yaml";
    // Shown as the user named the folder, where the file is right in it.
    if (is_there(file))
      return at == start ? (fs::path(folder) / ".modgraph.yaml")
                               .lexically_normal()
                               .string()
                         : file.string();
    if (at == root || at == at.parent_path()) return {};
  }
}

std::string shown_path(const std::string& path, const std::string& base) {
  if (path == kStandardInput) return path;
  std::error_code failed;
  const fs::path absolute = fs::weakly_canonical(path, failed);
  throw_if_out_of_memory(failed);
  if (failed) return path;
  const fs::path relative = absolute.lexically_relative(absolute_folder(base));
  if (relative.empty() || *relative.begin() == "..") return path;
  return relative.generic_string();
}

}  // namespace modgraph
