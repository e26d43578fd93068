#include <fmt/core.h>

#include "engine/base/counted.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

struct CycleRule {
  std::string_view code;
  std::string_view cycle;    // of one cycle
  std::string_view members;  // of a component with several
};

CycleRule rule_of(CycleClass cycle_class) {
  switch (cycle_class) {
    case CycleClass::kVersion:
      return {"MG1001", "module version cycle", "module versions"};
    case CycleClass::kSelected:
      return {"MG1002", "module cycle", "modules"};
    case CycleClass::kPath:
      return {"MG1003", "module cycle across versions",
              "modules across versions"};
  }
  return {};
}

// "module cycle (2): a -> b -> a"; of a component with several,
// "cycles of 12 modules, the shortest: a -> b -> a".
std::string cycle_message(const CyclicComponent& component,
                          const CycleRule& rule, const NameChain& shown) {
  const std::size_t count = component.members.size();
  if (count == 1) return fmt::format("{} requires itself", shown.front());
  if (shown.size() == count + 1)
    return fmt::format("{} ({}): {}", rule.cycle, count, chain_text(shown));
  return fmt::format(
      "cycles of {} {}, {}: {}", count, rule.members,
      component.shortest_is_exact ? "the shortest" : "among them",
      chain_text(shown));
}

std::string feedback_note(const ModuleGraph& graph,
                          const CyclicComponent& component) {
  const bool one_cycle =
      component.feedback_arcs.size() == 1 &&
      component.shortest_cycle.size() == component.members.size() + 1;
  return fmt::format(
      "removing {}{} breaks {}: {}",
      counted(component.feedback_arcs.size(), "requirement"),
      component.feedback_is_minimum ? "" : " (fewer may be enough)",
      one_cycle ? "the cycle" : "all cycles",
      some_of(graph, component.feedback_arcs));
}

}  // namespace

std::vector<Finding> cycle_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<Finding> out;
  for (const CyclicComponent& cycle : evidence.analysis.cycles) {
    const CycleRule rule = rule_of(cycle.cycle_class);
    const NameChain shown(
        cycle_names(graph, cycle.shortest_cycle, cycle.cycle_class));
    Finding f = new_finding(rule.code, cycle_message(cycle, rule, shown));
    for (NodeId n : cycle.members) f.subjects.push_back(subject_of(graph, n));
    for (const Subject& s : f.subjects) {
      f.location = evidence.lines.location(s.module);
      if (f.location) break;
    }
    f.witness.push_back(shown);
    f.notes.push_back(feedback_note(graph, cycle));
    if (!cycle.shortest_is_exact)
      f.notes.push_back(
          fmt::format("the cycle shown is the shortest through {}: there are "
                      "too many modules to search them all",
                      shown.front()));
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
