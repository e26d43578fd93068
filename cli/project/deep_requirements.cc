#include "cli/project/deep_requirements.h"

namespace modgraph {

std::optional<DeepRequirements> deep_requirements(Resolution& r) {
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
  DeepRequirements out;
  for (std::size_t i = 0; i < wave.size(); ++i) {
    const SummaryStore::Summary& summary = store.of(wave[i]);
    if (summary.fault) ++out.unread;
    for (const VersionId required : summary.require) {
      const ModuleVersion& module = store.table().module(required);
      const auto to = graph.find(module.path);
      if (!to || graph.kind(*to) != ModuleKind::kModule) continue;
      out.edges.push_back({whose[i], *to});
      out.versions.push_back(module.version);
    }
  }
  return out;
}

}  // namespace modgraph
