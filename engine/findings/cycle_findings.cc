#include <fmt/core.h>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

struct Wording {
  std::string_view code;
  std::string_view message;  // {} is the number of members
};

Wording wording(CycleClass cycle_class) {
  switch (cycle_class) {
    case CycleClass::kVersion:
      return {"MG1001", "{} module versions require each other"};
    case CycleClass::kSelected:
      return {"MG1002", "{} modules of the build require each other"};
    case CycleClass::kPath:
      return {"MG1003", "{} modules require each other across versions"};
  }
  return {};
}

std::string break_note(const ModuleGraph& graph, const CyclicComponent& cycle) {
  return fmt::format("without {} requirement{} there is no loop{}: {}",
                     cycle.feedback_arcs.size(),
                     cycle.feedback_arcs.size() == 1 ? "" : "s",
                     cycle.feedback_is_minimum ? "" : " (fewer may do)",
                     some_of(graph, cycle.feedback_arcs));
}

}  // namespace

std::vector<Finding> cycle_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<Finding> out;
  for (const CyclicComponent& cycle : evidence.analysis.cycles) {
    const Wording words = wording(cycle.cycle_class);
    const NameChain loop(
        cycle_names(graph, cycle.shortest_cycle, cycle.cycle_class));
    Finding f = new_finding(
        words.code, cycle.members.size() == 1
                        ? fmt::format("{} requires itself", loop.front())
                        : fmt::format("{}: {}",
                                      fmt::format(fmt::runtime(words.message),
                                                  cycle.members.size()),
                                      chain_text(loop)));
    for (NodeId n : cycle.members) f.subjects.push_back(subject_of(graph, n));
    for (const Subject& s : f.subjects) {
      f.location = evidence.lines.location(s.module);
      if (f.location) break;
    }
    f.witness.push_back(loop);
    f.notes.push_back(break_note(graph, cycle));
    if (!cycle.shortest_is_exact)
      f.notes.push_back(
          fmt::format("the loop shown is the shortest through {}; the "
                      "component is too large for a full search",
                      loop.front()));
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
