#include "cli/project/folders.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "cli/terminal/read_file.h"
#include "engine/findings/findings.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/regular_file.h"

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
  // Every folder with a go.mod, `top` included.
  std::vector<std::string> below(const std::string& top) {
    std::vector<std::string> out;
    std::vector<Place> left = {{top, {}}};
    while (!left.empty()) {
      const Place place = std::move(left.back());
      left.pop_back();
      look_at(place, out);
      add_folders_in(place, left);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // "3 folders with a go.mod were passed over (.ci, testdata): ..."
  std::string passed_over() const {
    if (!unread_.empty())
      return "modules may be missing: cannot list " + some_of(unread_);
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
  // A folder, and the name for which it is passed over; "" for none.
  struct Place {
    std::string folder;
    std::string passed_over_for;
  };

  void look_at(const Place& place, std::vector<std::string>& out) {
    if (!has_go_mod(place.folder)) return;
    if (place.passed_over_for.empty()) {
      out.push_back(place.folder);
      return;
    }
    ++count_;
    names_.insert(place.passed_over_for);
  }

  void add_folders_in(const Place& place, std::vector<Place>& left) {
    const auto entries = list_folder(place.folder);
    if (!entries) {
      if (place.passed_over_for.empty())
        unread_.push_back(place.folder + " (" + entries.error().reason + ")");
      return;
    }
    for (const FolderEntry& entry : *entries) {
      if (entry.is_link || !entry.is_folder || holds_no_module(entry.name))
        continue;
      std::string because = place.passed_over_for;
      if (because.empty() && is_skipped(entry.name)) because = entry.name;
      left.push_back(
          {(fs::path(place.folder) / entry.name).lexically_normal(), because});
    }
  }

  std::vector<std::string> unread_;
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
