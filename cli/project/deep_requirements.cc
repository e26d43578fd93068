#include "cli/project/deep_requirements.h"

namespace modgraph {

std::optional<std::vector<Edge<ModuleId>>> deep_requirements(Resolution& r) {
  const ModuleGraph& graph = r.build.graph;
  SummaryStore& store = *r.shared->store;
  std::vector<VersionId> wave;
  std::vector<ModuleId> whose;
  for (const BuildModule& m : r.build.build_list) {
    if (m.module == nullptr) return std::nullopt;
    if (m.module->version.empty() || graph.loaded(m.node) == Loaded::kYes)
      continue;
    wave.push_back(store.id(m.replaced ? m.replaced->read : *m.module));
    whose.push_back(graph.module_of(m.node));
  }
  store.fetch(wave);
  std::vector<Edge<ModuleId>> out;
  for (std::size_t i = 0; i < wave.size(); ++i)
    for (const VersionId required : store.of(wave[i]).require)
      if (const auto to = graph.find(store.table().module(required).path))
        if (graph.kind(*to) == ModuleKind::kModule)
          out.push_back({whose[i], *to});
  return out;
}

}  // namespace modgraph
