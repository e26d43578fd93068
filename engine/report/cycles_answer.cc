#include "engine/report/cycles_answer.h"

#include "engine/analysis/cycles/cycle_enumeration.h"
#include "engine/report/findings.h"

namespace modgraph {

namespace {

std::vector<ClosingRequirement> closed_by(const ModuleGraph& graph,
                                          const Cycle& cycle,
                                          const CyclesQuestion& question) {
  std::vector<ClosingRequirement> out;
  for (const Edge<NodeId>& edge :
       closing_requirements(graph, cycle.cycle_class, cycle.shortest_loop)) {
    ClosingRequirement& one = out.emplace_back();
    one.from = graph.name(edge.from);
    one.to = graph.name(edge.to);
    if (question.find_line) one.line = question.find_line(edge);
  }
  return out;
}

}  // namespace

CyclesAnswer cycles_answer(const Project& project, const Analysis& analysis,
                           const CyclesQuestion& question) {
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
    one.closed_by = closed_by(graph, cycle, question);
  }
  if (question.enumerate == 0) return out;
  out.enumerated = true;
  LoopLimits limits;
  limits.most = question.enumerate;
  const auto found = loops_of_cycles(graph, analysis.cycles, limits);
  for (std::size_t i = 0; i < found.size(); ++i) {
    out.cycles[i].truncated = found[i].truncated;
    for (const std::vector<NodeId>& loop : found[i].loops)
      out.cycles[i].loops.push_back(
          cycle_names(graph, loop, out.cycles[i].cycle_class));
  }
  return out;
}

}  // namespace modgraph
