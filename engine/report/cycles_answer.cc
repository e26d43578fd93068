#include "engine/report/cycles_answer.h"

#include "engine/report/findings.h"

namespace modgraph {

CyclesAnswer cycles_answer(const Project& project, const Analysis& analysis) {
  const ModuleGraph& graph = project.graph;
  CyclesAnswer out;
  for (const Cycle& cycle : analysis.cycles) {
    CycleAnswer& one = out.cycles.emplace_back();
    one.cycle_class = cycle.cycle_class;
    one.members = cycle_names(graph, cycle.members, cycle.cycle_class);
    one.shortest_loop =
        cycle_names(graph, cycle.shortest_loop, cycle.cycle_class);
    one.shortest_is_exact = cycle.shortest_is_exact;
    for (const Edge<NodeId>& edge : cycle.break_edges)
      one.break_set.push_back({graph.name(edge.from), graph.name(edge.to)});
    one.break_is_minimum = cycle.break_is_minimum;
  }
  return out;
}

}  // namespace modgraph
