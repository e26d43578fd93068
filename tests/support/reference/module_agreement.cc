#include "tests/support/reference/module_agreement.h"

#include <algorithm>
#include <set>
#include <string>

#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/analysis/versions/drift.h"
#include "tests/support/reference/module_cycles.h"
#include "tests/support/reference/module_requests.h"

namespace modgraph::reference {
namespace {

std::vector<std::string> full_names(const ModuleGraph& graph,
                                    std::span<const NodeId> nodes) {
  std::vector<std::string> out;
  for (NodeId n : nodes) out.push_back(graph.name(n));
  return out;
}

// As a cycle prints its vertices: paths alone in the weaker classes.
std::vector<std::string> vertex_names(const ModuleGraph& graph,
                                      const CyclicComponent& cycle,
                                      const std::vector<NodeId>& nodes) {
  if (cycle.cycle_class == CycleClass::kVersion)
    return full_names(graph, nodes);
  std::vector<std::string> out;
  for (NodeId n : nodes)
    out.push_back(graph.is_selected(n) ? std::string(graph.path(n))
                                       : "not selected: " + graph.name(n));
  return out;
}

std::string_view about_cycle(const ModuleGraph& graph,
                             const CyclicComponent& found,
                             const NamedCycle& expected,
                             std::size_t most_members) {
  if (cycle_class_name(found.cycle_class) != expected.cycle_class)
    return "wrong class";
  if (vertex_names(graph, found, found.members) != expected.members)
    return "wrong members";
  if (vertex_names(graph, found, found.shortest_cycle) !=
      expected.shortest_cycle)
    return "wrong shortest cycle";
  const auto& arcs = found.feedback_arcs;
  if (!std::is_sorted(arcs.begin(), arcs.end())) return "arcs are not sorted";
  std::set<NamedEdge> removed;
  for (const Edge<NodeId>& e : arcs)
    removed.insert({graph.name(e.from), graph.name(e.to)});
  if (removed.size() != arcs.size()) return "an arc is given twice";
  for (const auto& edge : removed)
    if (expected.requirements.count(edge) == 0) return "an arc that is none";
  if (!is_broken_by(expected, removed)) return "a cycle is left";
  if (!found.feedback_is_minimum) return "no proof of a minimum";
  if (expected.members.size() <= most_members &&
      removed.size() !=
          least_feedback_weight_by_orders(feedback_weights(expected)))
    return "not a minimum";
  return "";
}

std::vector<std::string> printed_drift(const ModuleGraph& graph,
                                       const Rows<NodeId>& rows) {
  std::vector<std::string> lines;
  for (const Drift& drift : find_drift(graph, rows)) {
    std::string line(graph.path(drift.module));
    for (const RequiredVersion& r : drift.required) {
      line += &r == &drift.required.front() ? ": " : "; ";
      line += std::string(graph.version(r.version)) + " <-";
      for (NodeId by : r.by) line += " " + graph.name(by);
    }
    lines.push_back(line + " => " + std::string(graph.version(drift.selected)));
  }
  return lines;
}

}  // namespace

std::string_view about_module_cycles(const ModuleGraph& graph,
                                     const std::vector<CyclicComponent>& found,
                                     std::size_t most_members) {
  const auto expected = module_cycles(graph);
  if (found.size() != expected.size()) return "wrong number of components";
  for (std::size_t i = 0; i < found.size(); ++i)
    if (const auto wrong =
            about_cycle(graph, found[i], expected[i], most_members);
        !wrong.empty())
      return wrong;
  return "";
}

std::string_view about_requests(const ModuleGraph& graph) {
  const PrintedOrder order = printed_order(graph);
  if (full_names(graph, order.nodes) != printed_names(graph))
    return "wrong printed order";
  auto asking = requirers(graph);
  const Rows<NodeId> rows = distinct_requirers(graph, order);
  for (NodeId n : graph.nodes()) {
    const auto& by = asking[graph.name(n)];
    const std::vector<std::string> expected(by.begin(), by.end());
    if (full_names(graph, rows.row(n)) != expected ||
        full_names(graph, distinct_requirers(graph, n)) != expected)
      return "wrong requirers";
  }
  return printed_drift(graph, rows) == drift_lines(graph) ? "" : "wrong drift";
}

std::string_view about_shortest_chains(const ModuleGraph& graph) {
  const ShortestChains chains(graph);
  for (NodeId n : graph.nodes()) {
    const auto expected = smallest_shortest_chain(graph, n);
    if (chains.to(n) != expected) return "wrong chain of many";
    if (shortest_chain(graph, n) != expected) return "wrong chain";
  }
  return "";
}

}  // namespace modgraph::reference
