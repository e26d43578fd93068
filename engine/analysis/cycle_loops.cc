// Which loops does a cycle have, and which requirements close them?
//
// A cycle is cut out again as in cycles.cc, and its loops are enumerated
// (loop_enumeration.h). A step of a loop between modules stands for one
// requirement or several: the one that is told is that of the highest version,
// which is the selected one wherever that takes part. Versions of a module have
// ascending numbers, so this is the last that fits.
// O(V) for each class beside the enumeration. Tested by cycle_loops_test.cc.

#include "engine/analysis/cycle_loops.h"

#include <algorithm>
#include <optional>

#include "engine/analysis/component_loops.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kNoCycle = ~std::uint32_t{0};

std::uint32_t vertex_of(const ModuleGraph& graph, CycleClass cycle_class,
                        NodeId n) {
  return static_cast<std::uint32_t>(cycle_class == CycleClass::kVersion
                                        ? index(n)
                                        : index(graph.module_of(n)));
}

// By vertex of the class: which of the cycles it is in.
std::vector<std::uint32_t> cycle_of(const ModuleGraph& graph,
                                    std::span<const Cycle> cycles,
                                    CycleClass cycle_class) {
  std::vector<std::uint32_t> out(cycle_class == CycleClass::kVersion
                                     ? graph.node_count()
                                     : graph.module_count(),
                                 kNoCycle);
  for (std::uint32_t i = 0; i < cycles.size(); ++i)
    if (cycles[i].cycle_class == cycle_class)
      for (NodeId n : cycles[i].members)
        out[vertex_of(graph, cycle_class, n)] = i;
  return out;
}

CycleLoops loops_of(const ModuleGraph& graph, const Cycle& cycle,
                    ComponentLoops& components, const LoopLimits& limits) {
  std::vector<std::uint32_t> members;
  for (NodeId n : cycle.members)
    members.push_back(vertex_of(graph, cycle.cycle_class, n));
  EnumeratedLoops found = enumerate_loops(components.cut_out(members), limits);
  CycleLoops out{{}, found.truncated};
  for (const std::vector<std::uint32_t>& loop : found.loops) {
    std::vector<NodeId>& nodes = out.loops.emplace_back();
    for (const std::uint32_t v : loop) nodes.push_back(cycle.members[v]);
    nodes.push_back(nodes.front());
  }
  return out;
}

// The last version of a module among the requirements of a node.
std::optional<NodeId> highest_required(const ModuleGraph& graph, NodeId from,
                                       ModuleId module) {
  std::optional<NodeId> highest;
  for (NodeId to : graph.requirements(from))
    if (graph.module_of(to) == module && (!highest || *highest < to))
      highest = to;
  return highest;
}

}  // namespace

std::vector<CycleLoops> loops_of_cycles(const ModuleGraph& graph,
                                        std::span<const Cycle> cycles,
                                        const LoopLimits& limits) {
  std::vector<CycleLoops> out(cycles.size());
  for (const CycleClass cycle_class :
       {CycleClass::kVersion, CycleClass::kSelected, CycleClass::kPath}) {
    const auto in_class = [&](const Cycle& cycle) {
      return cycle.cycle_class == cycle_class;
    };
    if (std::none_of(cycles.begin(), cycles.end(), in_class)) continue;
    const std::vector<std::uint32_t> component_of =
        cycle_of(graph, cycles, cycle_class);
    ComponentLoops components(graph, cycle_class, component_of);
    for (std::size_t i = 0; i < cycles.size(); ++i)
      if (in_class(cycles[i]))
        out[i] = loops_of(graph, cycles[i], components, limits);
  }
  return out;
}

std::vector<Edge<NodeId>> closing_requirements(const ModuleGraph& graph,
                                               CycleClass cycle_class,
                                               std::span<const NodeId> loop) {
  std::vector<Edge<NodeId>> out;
  for (std::size_t i = 0; i + 1 < loop.size(); ++i) {
    if (cycle_class == CycleClass::kVersion) {
      out.push_back({loop[i], loop[i + 1]});
      continue;
    }
    const IdRange<NodeId> versions = graph.versions(graph.module_of(loop[i]));
    const ModuleId next = graph.module_of(loop[i + 1]);
    for (auto v = static_cast<std::uint32_t>(versions.back());
         versions.contains(NodeId{v}); --v) {
      const auto to = highest_required(graph, NodeId{v}, next);
      if (to) {
        out.push_back({NodeId{v}, *to});
        break;
      }
      if (v == 0) break;
    }
  }
  return out;
}

}  // namespace modgraph
