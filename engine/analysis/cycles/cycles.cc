// Which modules require each other in a cycle, and what would break it?
//
// Every cycle lies within one strongly connected component (components.h), so
// each component of a class is cut out and searched by itself for its shortest
// cycle and for a small feedback arc set. A weaker class repeats what a
// stronger one has said where the component is the same, so it is left out
// there. The classes are searched side by side, each with the whole allowance
// of work. O(V + E) plus the work that CycleOptions caps. Tested by
// cycles_test.cc, module_agreement_test.cc, corpus_cycles_test.cc.

#include "engine/analysis/cycles/cycles.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/analysis/cycles/component_graph.h"
#include "engine/analysis/cycles/feedback_arc_set.h"
#include "engine/analysis/cycles/shortest_cycle.h"
#include "engine/analysis/graph/components.h"
#include "engine/base/parallel.h"
#include "engine/model/selected_graph.h"

namespace modgraph {
namespace {

// A component of some class, as vertices of that class in printed order.
using Members = std::vector<std::uint32_t>;

// `go` and `toolchain` require each other at most; but text may say otherwise.
Digraph<NodeId> without_reserved(const ModuleGraph& graph) {
  Rows<NodeId> rows;
  for (NodeId n : graph.nodes()) {
    const auto row = graph.requirements(n);
    if (graph.kind(graph.module_of(n)) == ModuleKind::kModule)
      rows.targets.insert(rows.targets.end(), row.begin(), row.end());
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
  }
  return Digraph<NodeId>(std::move(rows));
}

bool reserved_lead_back(const ModuleGraph& graph) {
  for (std::string_view path : {"go", "toolchain"}) {
    const auto module = graph.find(path);
    if (!module) continue;
    for (NodeId n : graph.versions(*module))
      for (NodeId to : graph.requirements(n))
        if (graph.kind(graph.module_of(to)) == ModuleKind::kModule) return true;
  }
  return false;
}

Components<NodeId> version_components(const ModuleGraph& graph) {
  return reserved_lead_back(graph)
             ? strongly_connected_components(without_reserved(graph))
             : strongly_connected_components(graph.requirements());
}

// Where no module has, the graph of paths is the selected one, whose cycles are
// told already.
bool has_two_versions(const ModuleGraph& graph) {
  return graph.node_count() > graph.module_count();
}

bool requires_itself(const ModuleGraph& graph, NodeId n) {
  const auto row = graph.requirements(n);
  return std::find(row.begin(), row.end(), n) != row.end();
}

std::vector<Members> version_cycles(const ModuleGraph& graph,
                                    const PrintedOrder& order,
                                    const Components<NodeId>& components) {
  const auto rank = [&](std::uint32_t v) { return order.rank[v]; };
  std::vector<Members> out;
  for (std::uint32_t c = 0; c < components.count(); ++c) {
    const auto members = components.at(c);
    const NodeId first = members.front();
    if (members.size() == 1 && !requires_itself(graph, first)) continue;
    if (graph.kind(graph.module_of(first)) != ModuleKind::kModule) continue;
    Members& cycle = out.emplace_back();
    cycle.reserve(members.size());
    for (NodeId n : members)
      cycle.push_back(static_cast<std::uint32_t>(index(n)));
    std::sort(cycle.begin(), cycle.end(),
              [&](auto a, auto b) { return rank(a) < rank(b); });
  }
  std::sort(out.begin(), out.end(), [&](const Members& a, const Members& b) {
    return rank(a.front()) < rank(b.front());
  });
  return out;
}

// Components of modules, but for those that `is_known` accepts. Ids of modules
// are in printed order.
template <class IsKnown>
std::vector<Members> module_cycles(const Components<ModuleId>& components,
                                   IsKnown is_known) {
  std::vector<Members> out;
  for (std::uint32_t c = 0; c < components.count(); ++c) {
    const auto members = components.at(c);
    if (members.size() == 1 || is_known(c)) continue;
    Members& cycle = out.emplace_back();
    cycle.reserve(members.size());
    for (ModuleId m : members)
      cycle.push_back(static_cast<std::uint32_t>(index(m)));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// By selected component: whether a version cycle has the same paths. Where all
// members are selected, the versions lie within one selected component.
std::vector<bool> told_by_versions(const ModuleGraph& graph,
                                   const std::vector<Members>& version_cycles,
                                   const Components<ModuleId>& selected) {
  std::vector<bool> told(selected.count(), false);
  for (const Members& cycle : version_cycles) {
    if (!std::all_of(cycle.begin(), cycle.end(), [&](std::uint32_t v) {
          return graph.is_selected(NodeId{v});
        }))
      continue;
    const ModuleId module = graph.module_of(NodeId{cycle.front()});
    const std::uint32_t c = selected.of[index(module)];
    if (selected.at(c).size() == cycle.size()) told[c] = true;
  }
  return told;
}

// Answers about components one by one, as long as the work allows.
class Describer {
 public:
  Describer(const ModuleGraph& graph, const CycleOptions& options)
      : graph_(graph), options_(options), work_left_(options.total_work) {}

  std::vector<CyclicComponent> describe(
      CycleClass cycle_class, const std::vector<Members>& cycles,
      const std::vector<std::uint32_t>& component_of) {
    std::vector<CyclicComponent> out;
    if (cycles.empty()) return out;
    ComponentCutter cutter(graph_, cycle_class, component_of);
    for (const Members& members : cycles)
      out.push_back(describe(cycle_class, members, cutter));
    return out;
  }

 private:
  CyclicComponent describe(CycleClass cycle_class, const Members& members,
                           ComponentCutter& cutter) {
    const auto node = [&](std::uint32_t vertex) {
      return cycle_class == CycleClass::kVersion
                 ? NodeId{vertex}
                 : graph_.selected(ModuleId{vertex});
    };
    const ComponentGraph graph = cutter.cut_out(members);
    const ShortestCycle cycle =
        shortest_cycle(graph, std::min(options_.exact_cycle_work, work_left_));
    spend(cycle.work);
    const FeedbackArcSet set =
        feedback_arc_set(graph, {options_.exact_feedback_vertices, work_left_});
    spend(set.work);

    CyclicComponent out{cycle_class,    {}, {},
                        cycle.is_exact, {}, set.is_minimum};
    out.members.reserve(members.size());
    for (std::uint32_t v : members) out.members.push_back(node(v));
    for (std::uint32_t v : cycle.vertices)
      out.shortest_cycle.push_back(out.members[v]);
    out.feedback_arcs = cutter.exact_edges(members, set.arcs);
    return out;
  }

  void spend(std::uint64_t work) { work_left_ -= std::min(work, work_left_); }

  const ModuleGraph& graph_;
  const CycleOptions& options_;
  std::uint64_t work_left_;
};

}  // namespace

std::vector<CyclicComponent> find_cyclic_components(
    const ModuleGraph& graph, const PrintedOrder& order,
    const Components<ModuleId>& by_selected, const CycleOptions& options) {
  const std::size_t work = graph.requirements().edge_count();
  Components<NodeId> by_version;
  Components<ModuleId> by_path;
  run_tasks(work, {[&] { by_version = version_components(graph); },
                   [&] {
                     if (has_two_versions(graph))
                       by_path =
                           strongly_connected_components(path_graph(graph));
                   }});

  const std::vector<Members> version = version_cycles(graph, order, by_version);
  const std::vector<bool> told = told_by_versions(graph, version, by_selected);
  // A selected component lies within a path component.
  const auto told_by_selected = [&](std::uint32_t c) {
    const auto members = by_path.at(c);
    const std::uint32_t inner = by_selected.of[index(members.front())];
    return by_selected.at(inner).size() == members.size();
  };

  const auto told_by_version = [&](std::uint32_t c) { return told[c]; };
  const std::vector<Members> of_selected =
      module_cycles(by_selected, told_by_version);
  const std::vector<Members> of_paths =
      module_cycles(by_path, told_by_selected);
  // The cycles have their members by now.
  by_version.members = {};
  by_path.members = {};

  std::vector<CyclicComponent> out;
  std::vector<CyclicComponent> selected_cycles;
  std::vector<CyclicComponent> path_cycles;
  const auto describe = [&](CycleClass cycle_class,
                            const std::vector<Members>& cycles,
                            const std::vector<std::uint32_t>& component_of) {
    return Describer(graph, options)
        .describe(cycle_class, cycles, component_of);
  };
  run_tasks(
      work,
      {[&] { out = describe(CycleClass::kVersion, version, by_version.of); },
       [&] {
         selected_cycles =
             describe(CycleClass::kSelected, of_selected, by_selected.of);
       },
       [&] {
         path_cycles = describe(CycleClass::kPath, of_paths, by_path.of);
       }});
  std::move(selected_cycles.begin(), selected_cycles.end(),
            std::back_inserter(out));
  std::move(path_cycles.begin(), path_cycles.end(), std::back_inserter(out));
  return out;
}

std::vector<CyclicComponent> find_cyclic_components(
    const ModuleGraph& graph, const CycleOptions& options) {
  return find_cyclic_components(
      graph, printed_order(graph),
      strongly_connected_components(selected_graph(graph)), options);
}

}  // namespace modgraph
