#include <fmt/core.h>

#include <algorithm>
#include <optional>

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

// A requirement inside the component that stands in a go.mod of ours; one of
// another module of ours, if there is any.
std::optional<Edge<NodeId>> our_requirement(const ModuleGraph& graph,
                                            const std::vector<bool>& ours,
                                            const CyclicComponent& component) {
  // Old versions of our modules are published: nobody can change them.
  const auto is_open = [&](NodeId n) {
    return ours[index(graph.module_of(n))] && graph.is_selected(n);
  };
  if (std::none_of(component.members.begin(), component.members.end(), is_open))
    return std::nullopt;
  const bool exact = component.cycle_class == CycleClass::kVersion;
  std::vector<ModuleId> modules;
  for (const NodeId n : component.members)
    modules.push_back(graph.module_of(n));
  std::sort(modules.begin(), modules.end());
  std::vector<NodeId> members = component.members;
  std::sort(members.begin(), members.end());
  const auto is_member = [&](NodeId n) {
    return exact ? std::binary_search(members.begin(), members.end(), n)
                 : std::binary_search(modules.begin(), modules.end(),
                                      graph.module_of(n));
  };
  std::optional<Edge<NodeId>> out;
  for (const NodeId from : component.members) {
    if (!is_open(from)) continue;
    for (const NodeId to : graph.requirements(from)) {
      if (!is_member(to)) continue;
      if (ours[index(graph.module_of(to))]) return Edge<NodeId>{from, to};
      if (!out) out = Edge<NodeId>{from, to};
    }
  }
  return out;
}

NameChain cycle_chain(const ModuleGraph& graph,
                      const CyclicComponent& component) {
  if (component.cycle_class == CycleClass::kVersion)
    return chain_of(graph, component.shortest_cycle);
  std::size_t bytes = 0;
  for (const NodeId n : component.shortest_cycle) bytes += graph.path(n).size();
  NameChain out;
  out.reserve(component.shortest_cycle.size(), bytes);
  for (const NodeId n : component.shortest_cycle) out.push_back(graph.path(n));
  return out;
}

void name_members(const ModuleGraph& graph, const CyclicComponent& component,
                  Finding& f) {
  const std::size_t named =
      std::min(component.members.size(), kMaxCycleSubjects);
  f.subjects.reserve(named);
  for (std::size_t i = 0; i < named; ++i)
    f.subjects.push_back(subject_of(graph, component.members[i]));
  if (named < component.members.size())
    f.notes.push_back(fmt::format("the finding names {} of its {} members",
                                  named, component.members.size()));
}

bool is_built(const ModuleGraph& graph, const CyclicComponent& component) {
  return std::all_of(component.members.begin(), component.members.end(),
                     [&](NodeId n) { return graph.is_selected(n); });
}

// Where modules of ours require each other, one of them can stop. Where other
// people's modules are between, we could only do without them: worth a note.
// Among theirs alone it is one of many, and of versions that are not built not
// even that.
void set_level(const ModuleGraph& graph, const std::vector<bool>& ours,
               const CyclicComponent& component, Finding& f) {
  const auto edge = our_requirement(graph, ours, component);
  f.owner = edge ? Owner::kOurs : Owner::kDependency;
  if (edge) {
    if (component.cycle_class != CycleClass::kPath &&
        ours[index(graph.module_of(edge->to))])
      f.level = Level::kWarning;
    f.notes.push_back(fmt::format("a go.mod of yours closes it: {} requires {}",
                                  graph.name(edge->from),
                                  graph.name(edge->to)));
  } else if (component.cycle_class == CycleClass::kVersion &&
             !is_built(graph, component)) {
    f.level = Level::kOff;
  }
}

}  // namespace

std::vector<Finding> cycle_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  const std::vector<bool> ours =
      our_modules(evidence.project, evidence.analysis);
  std::vector<Finding> out;
  for (const CyclicComponent& cycle : evidence.analysis.cycles) {
    const CycleRule rule = rule_of(cycle.cycle_class);
    NameChain shown = cycle_chain(graph, cycle);
    Finding f = new_finding(rule.code, cycle_message(cycle, rule, shown));
    name_members(graph, cycle, f);
    for (const Subject& s : f.subjects) {
      f.location = evidence.lines.location(s.module);
      if (f.location) break;
    }
    f.witness.push_back(std::move(shown));
    f.notes.push_back(feedback_note(graph, cycle));
    if (!cycle.shortest_is_exact)
      f.notes.push_back(
          fmt::format("the cycle shown is the shortest through {}: there are "
                      "too many modules to search them all",
                      f.witness.front().front()));
    set_level(graph, ours, cycle, f);
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
