// In which order are module versions printed?
//
// Modules come sorted by path, so only a path that continues another one can be
// out of place: "a/b" follows "a", yet "a/b@v1.0.0" precedes "a@v1.0.0". A
// stack keeps the modules that wait for such continuations to pass; each of
// them is a prefix of the one above it. A main module prints without '@' and
// never waits. O(modules + bytes) plus the sorting of each module's versions.
// Tested by printed_order_test.cc, module_agreement_test.cc.

#include "engine/analysis/graph/printed_order.h"

#include <algorithm>
#include <string_view>

namespace modgraph {
namespace {

// Whether "path@..." and "path" come before "waiting@...", given that path
// does not sort before waiting. No path contains '@'.
bool overtakes(std::string_view path, std::string_view waiting) {
  return path.size() > waiting.size() && path.starts_with(waiting) &&
         static_cast<unsigned char>(path[waiting.size()]) < '@';
}

// The versions of a module by their bytes, the main module's left out.
void append_versions(const ModuleGraph& graph, ModuleId module,
                     std::vector<NodeId>& nodes) {
  const auto first = static_cast<std::ptrdiff_t>(nodes.size());
  for (NodeId n : graph.versions(module))
    if (!graph.is_main(n)) nodes.push_back(n);
  std::sort(nodes.begin() + first, nodes.end(), [&](NodeId a, NodeId b) {
    return graph.version(a) < graph.version(b);
  });
}

}  // namespace

PrintedOrder printed_order(const ModuleGraph& graph) {
  PrintedOrder out;
  out.nodes.reserve(graph.node_count());
  std::vector<ModuleId> waiting;
  const auto release = [&] {
    append_versions(graph, waiting.back(), out.nodes);
    waiting.pop_back();
  };
  for (ModuleId m : graph.modules()) {
    while (!waiting.empty() &&
           !overtakes(graph.path(m), graph.path(waiting.back())))
      release();
    if (graph.is_main(graph.selected(m)))
      out.nodes.push_back(graph.selected(m));
    waiting.push_back(m);
  }
  while (!waiting.empty()) release();

  out.rank.resize(graph.node_count());
  for (std::uint32_t i = 0; i < out.nodes.size(); ++i)
    out.rank[index(out.nodes[i])] = i;
  return out;
}

}  // namespace modgraph
