// Which versions of a module are required, by which modules, and which of them
// selected the version of the build?
//
// Minimal version selection (R. Cox, "Minimal Version Selection", 2018) takes
// the highest version that is required; drift is what it had to reconcile.
// The versions of a module are neighbours in ascending order, so one pass over
// the nodes finds all of it. O(V + E).
// Tested by drift_test.cc, module_agreement_test.cc, corpus_test.cc.

#include "engine/analysis/versions/drift.h"

namespace modgraph {
namespace {

std::size_t requested_count(const ModuleGraph& graph, ModuleId module,
                            const Rows<NodeId>& requirers) {
  std::size_t count = 0;
  for (NodeId n : graph.versions(module))
    if (!requirers.row(n).empty()) ++count;
  return count;
}

Drift drift_of(const ModuleGraph& graph, ModuleId module,
               const Rows<NodeId>& requirers, std::size_t count) {
  Drift out{module, graph.selected(module), {}};
  out.required.reserve(count);
  for (NodeId n : graph.versions(module)) {
    const auto by = requirers.row(n);
    if (!by.empty()) out.required.push_back({n, by});
  }
  return out;
}

}  // namespace

VersionDistance distance_from_selected(const ModuleGraph& graph,
                                       const Drift& drift,
                                       const RequiredVersion& request) {
  return graph.is_main(drift.selected)
             ? VersionDistance::kNone
             : version_distance(graph.version(request.version),
                                graph.version(drift.selected));
}

std::vector<Drift> find_drift(const ModuleGraph& graph,
                              const Rows<NodeId>& requirers) {
  std::vector<Drift> out;
  for (ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    if (graph.versions(m).size() < 2) continue;
    const std::size_t count = requested_count(graph, m, requirers);
    if (count >= 2) out.push_back(drift_of(graph, m, requirers, count));
  }
  return out;
}

}  // namespace modgraph
