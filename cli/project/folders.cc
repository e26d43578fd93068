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

// Copies of other modules, or what version control keeps: nobody's modules.
bool holds_no_module(const std::string& name) {
  return name == "vendor" || name == ".git" || name == ".jj" || name == ".hg" ||
         name == ".svn" || name == ".bzr";
}

// Looks below patterns.
class ModuleSearch {
 public:
  // Every folder with a go.mod, `top` included. What cannot be read is passed
  // over, as a folder that is not there.
  std::vector<std::string> below(const std::string& top) {
    std::vector<std::string> out;
    if (has_go_mod(top)) out.push_back(top);
    std::error_code error;
    fs::recursive_directory_iterator at(
        top, fs::directory_options::skip_permission_denied, error);
    int skipped_depth = -1;  // of the folder that is passed over
    for (; !error && at != fs::end(at); at.increment(error)) {
      std::error_code ignored;
      if (at->is_symlink(ignored) || !at->is_directory(ignored)) continue;
      if (at.depth() <= skipped_depth) skipped_depth = -1;
      const std::string name = at->path().filename();
      if (holds_no_module(name)) {
        at.disable_recursion_pending();
        continue;
      }
      if (skipped_depth < 0 && is_skipped(name)) {
        skipped_depth = at.depth();
        skipped_ = name;
      }
      if (!has_go_mod(at->path())) continue;
      if (skipped_depth < 0)
        out.push_back(at->path().lexically_normal());
      else
        pass_over();
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // "3 folders with a go.mod were passed over (.ci, testdata): ..."
  std::string passed_over() const {
    if (count_ == 0) return {};
    std::string names;
    for (const std::string& name : names_)
      names += (names.empty() ? "" : ", ") + name;
    return count_ == 1 ? fmt::format(
                             "1 folder with a go.mod was passed over ({}): "
                             "name it to include it",
                             names)
                       : fmt::format(
                             "{} folders with a go.mod were passed over ({}): "
                             "name them to include them",
                             count_, names);
  }

 private:
  void pass_over() {
    ++count_;
    names_.insert(skipped_);
  }

  std::string skipped_;
  std::size_t count_ = 0;
  std::set<std::string> names_;
};

bool is_pattern(const std::string& path) {
  return path == "..." || path.ends_with(kAllBelow);
}

std::string top_folder(const std::string& pattern) {
  if (pattern == "...") return ".";
  std::string out = pattern.substr(0, pattern.size() - kAllBelow.size());
  return out.empty() ? "/" : out;
}

}  // namespace

Result<NamedFolders> several_folders(const InputOptions& options) {
  std::vector<std::string> found;
  ModuleSearch search;
  bool has_pattern = false;
  bool has_file =
      !options.graph.empty() || !options.mods.empty() || !options.list.empty();
  for (const std::string& path : options.paths) {
    if (is_pattern(path)) {
      has_pattern = true;
      std::vector<std::string> below = search.below(top_folder(path));
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
  if (found.size() < 2 && !has_pattern) return NamedFolders{};
  if (has_file)
    return fail(usage_error("several folders and files of one build are named",
                            "name folders alone: each is resolved by itself"));
  return NamedFolders{std::move(found), search.passed_over()};
}

}  // namespace modgraph
