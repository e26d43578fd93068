#include "cli/project/versions_at_hand.h"

#include <algorithm>
#include <string_view>

#include "engine/base/file_path.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/module_cache/folder_listing.h"
#include "importers/module_cache/regular_file.h"
#include "importers/module_cache/version_info.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxInfoBytes = std::uint64_t{1} << 20;

// Folders that hold ESCAPED_PATH/@v.
std::vector<std::string> cache_roots(const GoEnvironment& environment) {
  std::vector<std::string> out = environment.proxies;
  out.insert(out.begin(),
             join_path(environment.module_cache, "cache/download"));
  return out;
}

}  // namespace

std::vector<std::string> versions_at_hand(const std::string& path,
                                          const GoEnvironment& environment) {
  std::vector<std::string> out;
  const Spelling escaped = escape_path(path);
  if (!escaped) return out;
  for (const std::string& root : cache_roots(environment)) {
    const auto entries = list_folder(join_path(root, *escaped + "/@v"));
    if (!entries) continue;  // nothing there is at hand
    for (const FolderEntry& entry : *entries) {
      constexpr std::string_view kEnd = ".mod";
      if (!entry.name.ends_with(kEnd)) continue;
      std::string version =
          entry.name.substr(0, entry.name.size() - kEnd.size());
      // A capital letter is escaped as '!': such versions are rare.
      if (canonical_version(version) == version) out.push_back(version);
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    const auto order = compare_semver(a, b);
    return order != 0 ? order < 0 : a < b;
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string publish_time(const ModuleVersion& module,
                         const GoEnvironment& environment) {
  const Spelling path = escape_path(module.path);
  const Spelling version = escape_version(module.version);
  if (!path || !version) return {};
  for (const std::string& root : cache_roots(environment)) {
    const auto text = read_regular_file(
        join_path(root, *path + "/@v/" + *version + ".info"), kMaxInfoBytes);
    if (!text) continue;
    const auto info = parse_version_info(*text);
    if (info) return info->time == kZeroTime ? std::string() : info->time;
  }
  return {};
}

}  // namespace modgraph
