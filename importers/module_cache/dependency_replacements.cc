#include "importers/module_cache/dependency_replacements.h"

#include <cstdint>
#include <optional>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/model/module_path.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_cache/module_cache.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

std::optional<std::string> text_of(const ModuleVersion& read,
                                   std::span<const std::string> roots) {
  if (read.version.empty()) {
    auto text =
        read_regular_file(join_path(read.path, "go.mod"), kMaxDependencyBytes);
    if (!text) return std::nullopt;
    return std::move(*text);
  }
  const Spelling path = escape_path(read.path);
  const Spelling version = escape_version(read.version);
  if (!path || !version) return std::nullopt;
  for (const std::string& root : roots) {
    auto text =
        read_regular_file(join_path(root, *path + "/@v/" + *version + ".mod"),
                          kMaxDependencyBytes);
    if (text) return std::move(*text);
  }
  return std::nullopt;
}

}  // namespace

std::vector<DependencyReplacement> dependency_replacements(
    std::span<const ReplacingModule> modules,
    std::span<const std::string> roots) {
  std::vector<DependencyReplacement> out;
  for (const ReplacingModule& m : modules) {
    auto text = text_of(m.read, roots);
    if (!text) continue;
    auto manifest = parse_go_mod("go.mod", std::move(*text));
    if (!manifest) continue;
    for (Replacement& r : manifest->replace)
      out.push_back({m.module, std::move(r)});
  }
  return out;
}

}  // namespace modgraph
