#include "importers/module_cache/module_packages.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/model/module_path.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/regular_file.h"
#include "importers/module_cache/zip_names.h"

namespace modgraph {
namespace {

using State = PackageFolders::State;

// Names that no import path of a build has.
bool is_left_out(std::string_view element) {
  return element.starts_with('.') || element.starts_with('_') ||
         element == "testdata" || element == "vendor";
}

bool has_left_out_element(std::string_view folder) {
  while (!folder.empty()) {
    const std::size_t slash = std::min(folder.find('/'), folder.size());
    if (is_left_out(folder.substr(0, slash))) return true;
    folder.remove_prefix(std::min(slash + 1, folder.size()));
  }
  return false;
}

// Archives with such names are made to mislead: the go command unpacks none.
bool has_empty_element(std::string_view folder) {
  return folder.starts_with('/') || folder.ends_with('/') ||
         folder.find("//") != std::string_view::npos;
}

PackageFolders known(std::vector<std::string> folders) {
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  return {State::kKnown, std::move(folders)};
}

PackageFolders in_archive(const std::string& path, const std::string& prefix,
                          std::span<const std::string> below) {
  std::vector<std::string> parts;
  for (const std::string& folder : below)
    parts.push_back(prefix + folder + "/");
  const auto is_wanted = [&](std::string_view folder) {
    return below.empty() ||
           std::any_of(below.begin(), below.end(), [&](const std::string& b) {
             return is_in_folder(folder, b);
           });
  };
  std::vector<std::string> out;
  const bool whole = read_zip_names(path, parts, [&](std::string_view name) {
    if (!name.starts_with(prefix) || !name.ends_with(".go")) return;
    name.remove_prefix(prefix.size());
    const std::size_t slash = name.rfind('/');
    const std::string_view folder =
        slash == std::string_view::npos ? "" : name.substr(0, slash);
    if (!out.empty() && out.back() == folder) return;
    if (is_wanted(folder) && !has_left_out_element(folder) &&
        !has_empty_element(folder))
      out.emplace_back(folder);
  });
  return whole ? known(std::move(out)) : PackageFolders{State::kUnreadable, {}};
}

// Whether a module of its own begins at `folder` or between it and `root`.
bool is_of_another_module(const std::string& root, std::string folder) {
  for (; folder != "." && !folder.empty(); folder = parent_path(folder))
    if (is_regular_file(join_path(root, folder + "/go.mod"))) return true;
  return false;
}

class FolderWalk {
 public:
  explicit FolderWalk(const std::string& root) : root_(root) {}

  // Adds `top` and what is in it. False: not all of it can be read.
  bool add(const std::string& top) {
    if (has_left_out_element(top) || is_of_another_module(root_, top))
      return true;
    std::vector<std::string> left = {top};
    while (!left.empty()) {
      const std::string folder = std::move(left.back());
      left.pop_back();
      const auto listing =
          list_folder(join_path(root_, folder), kMaxFolderEntries - entries_);
      if (!listing && listing.error().missing) continue;
      if (!listing) return false;
      entries_ += listing->size();
      look_at(folder, *listing, left);
    }
    return true;
  }

  std::vector<std::string> take() { return std::move(out_); }

 private:
  void look_at(const std::string& folder,
               const std::vector<FolderEntry>& listing,
               std::vector<std::string>& left) {
    const auto is_go_mod = [](const FolderEntry& e) {
      return !e.is_folder && e.name == "go.mod";
    };
    if (!folder.empty() &&
        std::any_of(listing.begin(), listing.end(), is_go_mod))
      return;
    bool is_package = false;
    for (const FolderEntry& entry : listing) {
      if (!entry.is_folder)
        is_package = is_package || entry.name.ends_with(".go");
      else if (!entry.is_link && !is_left_out(entry.name))
        left.push_back(folder.empty() ? entry.name : folder + "/" + entry.name);
    }
    if (is_package) out_.push_back(folder);
  }

  const std::string& root_;
  std::size_t entries_ = 0;
  std::vector<std::string> out_;
};

PackageFolders in_folder(const std::string& root,
                         std::span<const std::string> below) {
  if (root.empty() || !is_folder(root)) return {};
  FolderWalk walk(root);
  bool whole = !below.empty() || walk.add("");
  for (const std::string& folder : below) whole = whole && walk.add(folder);
  return whole ? known(walk.take()) : PackageFolders{State::kUnreadable, {}};
}

}  // namespace

PackageFolders package_folders(const ModuleFiles& m,
                               const std::string& module_cache,
                               std::span<const std::string> below) {
  if (m.module.version.empty()) return in_folder(m.folder, below);
  const Spelling path = escape_path(m.module.path);
  const Spelling version = escape_version(m.module.version);
  if (module_cache.empty() || !path || !version) return {};
  const std::string archive = join_path(
      module_cache, "cache/download/" + *path + "/@v/" + *version + ".zip");
  PackageFolders out;
  if (is_there(archive))
    out = in_archive(archive, module_name(m.module) + "/", below);
  if (out.state == State::kKnown) return out;
  PackageFolders unpacked =
      in_folder(join_path(module_cache, *path + "@" + *version), below);
  return unpacked.state == State::kNotAtHand ? out : unpacked;
}

}  // namespace modgraph
