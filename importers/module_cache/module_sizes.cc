#include "importers/module_cache/module_sizes.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/base/file_path.h"
#include "engine/base/parallel.h"
#include "engine/model/module_path.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

std::optional<std::uint64_t> file_size(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  const std::uintmax_t bytes = fs::file_size(path, error);
  if (error) return std::nullopt;
  return bytes;
}

// None where something in it cannot be looked at: half a size is wrong.
std::optional<std::uint64_t> folder_size(const std::string& path) {
  constexpr std::size_t kMaxEntries = 1'000'000;
  if (path.empty() || !is_folder(path)) return std::nullopt;
  std::uint64_t bytes = 0;
  std::size_t entries = 0;
  std::vector<std::string> left = {path};
  while (!left.empty()) {
    const std::string folder = std::move(left.back());
    left.pop_back();
    const auto listing = list_folder(folder, kMaxEntries - entries);
    if (!listing) return std::nullopt;
    entries += listing->size();
    for (const FolderEntry& entry : *listing) {
      if (entry.is_link) continue;
      std::string name = folder + "/" + entry.name;
      if (entry.is_folder)
        left.push_back(std::move(name));
      else
        // A file that went away has no size.
        bytes += file_size(name).value_or(0);
    }
  }
  return bytes;
}

std::optional<ModuleSize> size_of(const ModuleToMeasure& m,
                                  const std::string& module_cache) {
  const Spelling path = escape_path(m.module.path);
  const Spelling version = escape_version(m.module.version);
  std::string unpacked;
  if (!module_cache.empty() && !m.module.version.empty() && path && version) {
    const auto archive = file_size(join_path(
        module_cache, "cache/download/" + *path + "/@v/" + *version + ".zip"));
    if (archive) return ModuleSize{*archive, false};
    unpacked = join_path(module_cache, *path + "@" + *version);
  }
  for (const std::string& folder : {unpacked, m.folder})
    if (const auto bytes = folder_size(folder)) return ModuleSize{*bytes, true};
  return std::nullopt;
}

}  // namespace

std::vector<std::optional<ModuleSize>> module_sizes(
    std::span<const ModuleToMeasure> modules, const std::string& module_cache) {
  // Looking into folders is slow: each module is worth a piece of its own.
  constexpr std::size_t kWork = std::size_t{1} << 30;
  std::vector<std::optional<ModuleSize>> out(modules.size());
  run_each(kWork, modules.size(),
           [&](std::size_t i) { out[i] = size_of(modules[i], module_cache); });
  return out;
}

}  // namespace modgraph
