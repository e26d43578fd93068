#include "engine/model/module_graph.h"

#include <algorithm>

#include "engine/model/version.h"

namespace modgraph {

std::string ModuleGraph::name(NodeId n) const {
  std::string out;
  out.reserve(path(n).size() + 1 + version(n).size());
  out.append(path(n));
  if (!is_main(n)) out.append("@").append(version(n));
  return out;
}

std::optional<ModuleId> ModuleGraph::find(std::string_view path) const {
  const auto end = modules_.rows.end() - (modules_.rows.empty() ? 0 : 1);
  const auto it =
      std::lower_bound(modules_.rows.begin(), end, path,
                       [](const Module& m, std::string_view wanted) {
                         return m.path() < wanted;
                       });
  if (it == end || it->path() != path) return std::nullopt;
  return ModuleId{static_cast<std::uint32_t>(it - modules_.rows.begin())};
}

std::optional<NodeId> ModuleGraph::find(std::string_view path,
                                        std::string_view version) const {
  const std::optional<ModuleId> m = find(path);
  if (!m) return std::nullopt;
  // Versions that differ in build metadata only compare equal, hence the walk
  // over those that are not lower.
  const IdRange<NodeId> range = versions(*m);
  const auto at = std::lower_bound(
      versions_.begin() + static_cast<std::ptrdiff_t>(index(range.front())),
      versions_.begin() + static_cast<std::ptrdiff_t>(index(range.back())) + 1,
      version, [&](std::string_view have, std::string_view wanted) {
        return compare_versions(kind(*m), have, wanted) < 0;
      });
  for (auto n = static_cast<std::uint32_t>(at - versions_.begin());
       n <= index(range.back()); ++n) {
    if (versions_[n] == version) return NodeId{n};
    if (compare_versions(kind(*m), versions_[n], version) > 0) break;
  }
  return std::nullopt;
}

}  // namespace modgraph
