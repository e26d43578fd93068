#include "engine/report/answers/cycles.h"

#include <string>
#include <vector>

#include "engine/analysis/cycles/cycle_enumeration.h"
#include "engine/findings/findings.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kCycleFields[] = {
    field("class", FieldType::kText,
          "version: exact versions require each other; selected: selected "
          "modules do; path: modules do once versions are ignored"),
    list_of("members", FieldType::kModuleVersion,
            "exact versions in class version, else module paths; ascending"),
    list_of("shortest_cycle", FieldType::kModuleVersion,
            "ends where it begins; spelled as the members are"),
    field("shortest_is_exact", FieldType::kFlag,
          "false: the component is too large to search all of it"),
    records("closed_by", kRequirementShape,
            "the requirements that the shortest cycle is made of"),
    records("feedback_arc_set", kEdgeShape,
            "requirements; without them no cycle is left in the component"),
    field("feedback_arc_set_is_minimum", FieldType::kFlag,
          "false: fewer may do"),
    optional_lists_of("cycles", FieldType::kModuleVersion,
                      "cycles of the component, the shortest first; null where "
                      "--enumerate did not ask for them"),
    field("truncated", FieldType::kFlag, "there are more cycles than listed"),
};
constexpr RecordShape kCycleShape{"cyclic_component", kCycleFields};

constexpr FieldShape kCyclesFields[] = {
    records("cycles", kCycleShape,
            "strongly connected components with a cycle, by class"),
};

std::string_view cycles_headline(CycleClass cycle_class) {
  switch (cycle_class) {
    case CycleClass::kVersion:
      return "version cycle: {members#exact version} require each other";
    case CycleClass::kSelected:
      return "selected cycle: {members#selected module} require each other";
    case CycleClass::kPath:
      return "path cycle: {members#module} require each other once versions "
             "are ignored";
  }
  return "";
}

void put_closed_by(RecordWriter& out, const ModuleGraph& graph,
                   const CyclicComponent& cycle,
                   const CyclesQuestion& question) {
  out.list("closed_by", {.title = "closed by", .shows_count = false},
           closing_requirements(graph, cycle.cycle_class, cycle.shortest_cycle),
           [&](const Edge<NodeId>& edge) {
             std::optional<Location> line;
             if (question.find_line) line = question.find_line(edge);
             out.say(line ? "{from} requires {to} ({location})"
                          : "{from} requires {to}");
             out.module_version("from", ref_of(graph, edge.from));
             out.module_version("to", ref_of(graph, edge.to));
             out.location("location", place_of(line));
           });
}

void put_feedback_arc_set(RecordWriter& out, const ModuleGraph& graph,
                          const CyclicComponent& cycle) {
  out.list("feedback_arc_set",
           {.title = cycle.feedback_is_minimum
                         ? "removing these requirements breaks every cycle"
                         : "removing these requirements breaks every cycle "
                           "(fewer may do)",
            .shows_count = false},
           cycle.feedback_arcs, [&](const Edge<NodeId>& edge) {
             out.say("{from} requires {to}");
             out.module_version("from", ref_of(graph, edge.from));
             out.module_version("to", ref_of(graph, edge.to));
           });
}

// Each as one chain of names.
void put_cycles(RecordWriter& out, const ModuleGraph& graph, CycleClass cls,
                const ComponentCycles& found) {
  out.begin_list("cycles",
                 {.title = found.truncated ? "cycles in it (there are more)"
                                           : "all cycles in it",
                  .max_shown = found.cycles.size()});
  for (const std::vector<NodeId>& loop : found.cycles) {
    out.module_versions({}, cycle_names(graph, loop, cls), {.is_chain = true});
  }
  out.end_list();
}

}  // namespace

constexpr DocumentShape kCyclesShape{"cycles",
                                     "Which requirements run in a circle?",
                                     {"cycles", kCyclesFields},
                                     "cycles"};

Document cycles_document(const Project& project, const Analysis& analysis,
                         const CyclesQuestion& question) {
  const ModuleGraph& graph = project.graph;
  std::vector<ComponentCycles> enumerated;
  if (question.enumerate > 0) {
    CycleLimits limits;
    limits.max_cycles = question.enumerate;
    enumerated = cycles_of_components(graph, analysis.cycles, limits);
  }
  return Document(kCyclesShape, [&](RecordWriter& out) {
    if (analysis.cycles.empty()) out.remark("no cycles");
    std::size_t i = 0;
    out.list("cycles", {}, analysis.cycles, [&](const CyclicComponent& cycle) {
      out.say(cycles_headline(cycle.cycle_class));
      out.text("class", cycle_class_name(cycle.cycle_class));
      out.module_versions("members",
                          cycle_names(graph, cycle.members, cycle.cycle_class));
      out.module_versions(
          "shortest_cycle",
          cycle_names(graph, cycle.shortest_cycle, cycle.cycle_class),
          {.title = cycle.shortest_is_exact
                        ? "a shortest cycle"
                        : "a short cycle (too large to search all)",
           .is_chain = true,
           .shows_count = false});
      out.flag("shortest_is_exact", cycle.shortest_is_exact);
      put_closed_by(out, graph, cycle, question);
      put_feedback_arc_set(out, graph, cycle);
      out.flag("feedback_arc_set_is_minimum", cycle.feedback_is_minimum);
      if (enumerated.empty())
        out.unknown("cycles");
      else
        put_cycles(out, graph, cycle.cycle_class, enumerated[i]);
      out.flag("truncated", !enumerated.empty() && enumerated[i].truncated);
      ++i;
    });
  });
}

}  // namespace modgraph
