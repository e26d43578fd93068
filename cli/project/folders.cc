#include "cli/project/folders.h"
#include "cli/terminal/read_file.h"
#include "importers/module_cache/regular_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

namespace modgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAllBelow = "/...";

bool is_skipped(const std::string& name) {
  return name.starts_with('.') || name.starts_with('_') || name == "vendor" ||
         name == "testdata";
}

bool has_go_mod(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "go.mod", ignored);
}

// Every folder with a go.mod, `top` included. What cannot be read is passed
// over, as a folder that is not there.
std::vector<std::string> modules_below(const std::string& top) {
  std::vector<std::string> out;
  if (has_go_mod(top)) out.push_back(top);
  std::error_code error;
  fs::recursive_directory_iterator at(
      top, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::end(at); at.increment(error)) {
    std::error_code ignored;
    if (at->is_symlink(ignored) || !at->is_directory(ignored)) continue;
    if (is_skipped(at->path().filename()))
      at.disable_recursion_pending();
    else if (has_go_mod(at->path()))
      out.push_back(at->path().lexically_normal());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_pattern(const std::string& path) {
  return path == "..." || path.ends_with(kAllBelow);
}

std::string top_folder(const std::string& pattern) {
  if (pattern == "...") return ".";
  std::string out = pattern.substr(0, pattern.size() - kAllBelow.size());
  return out.empty() ? "/" : out;
}

}  // namespace

Result<std::vector<std::string>> several_folders(const InputOptions& options) {
  std::vector<std::string> found;
  bool has_pattern = false;
  bool has_file =
      !options.graph.empty() || !options.mods.empty() || !options.list.empty();
  for (const std::string& path : options.paths) {
    if (is_pattern(path)) {
      has_pattern = true;
      std::vector<std::string> below = modules_below(top_folder(path));
      if (below.empty())
        return fail(usage_error(
            fmt::format("no go.mod in or below {}", top_folder(path)),
            "name folders with a go.mod"));
      std::move(below.begin(), below.end(), std::back_inserter(found));
    } else if (path != kStandardInput && is_folder(path)) {
      found.push_back(path);
    } else {
      has_file = true;
    }
  }
  std::set<std::string> seen;
  std::erase_if(found, [&](const std::string& folder) {
    return !seen.insert(fs::path(folder).lexically_normal()).second;
  });
  if (found.size() < 2 && !has_pattern) return std::vector<std::string>{};
  if (has_file)
    return fail(usage_error("several folders and files of one build are named",
                            "name folders alone: each is resolved by itself"));
  return found;
}

}  // namespace modgraph
