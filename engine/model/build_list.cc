#include "engine/model/build_list.h"

namespace modgraph {

std::vector<NodeId> build_list(const ModuleGraph& graph) {
  std::vector<NodeId> out;
  out.reserve(graph.module_count());
  out.assign(graph.mains().begin(), graph.mains().end());
  for (ModuleId m : graph.modules()) {
    const NodeId selected = graph.selected(m);
    if (graph.kind(m) == ModuleKind::kModule && !graph.is_main(selected))
      out.push_back(selected);
  }
  return out;
}

std::vector<ListedModule> listed_modules(const ModuleGraph& graph,
                                         std::span<const Manifest> manifests) {
  std::vector<ListedModule> out;
  for (const NodeId n : build_list(graph))
    out.push_back({n, replacement_of(manifests, graph, n), {}});
  return out;
}

std::optional<ModuleVersion> replacement_of(std::span<const Manifest> manifests,
                                            const ModuleGraph& graph,
                                            NodeId node) {
  if (graph.is_main(node)) return std::nullopt;
  const ModuleVersion* any_version = nullptr;
  for (const Manifest& manifest : manifests) {
    for (const Replacement& r : manifest.replace) {
      if (r.old.path != graph.path(node)) continue;
      if (r.old.version == graph.version(node)) return r.replacement;
      if (r.old.version.empty()) any_version = &r.replacement;
    }
  }
  if (any_version == nullptr) return std::nullopt;
  return *any_version;
}

}  // namespace modgraph
