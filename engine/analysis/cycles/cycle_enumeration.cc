// Which loops does one component have?
//
// D. Johnson, "Finding all the elementary circuits of a directed graph", SIAM
// J. Comput. 1975: all loops through the smallest vertex of a component, then
// the components of what is left without it. A vertex from which the search
// found no way back stays blocked until something behind it opens again, so
// that the time between two loops is O(V + E).
//
// The search has vertices of its own, 0..k-1 in ascending order; 0 is where
// loops begin. waiting[v]: who opens again when v does.
// Tested by cycle_enumeration_test.cc,
// cycle_enumeration_agreement_test.cc.

#include "engine/analysis/cycles/cycle_enumeration.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/analysis/cycles/component_graph.h"
#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"

namespace modgraph {
namespace {

using Vertices = std::vector<std::uint32_t>;

// What is found, and what may still be spent on it.
class Tally {
 public:
  explicit Tally(const LoopLimits& limits)
      : most_(limits.most), work_left_(limits.work) {}

  bool done() const { return out_.truncated; }
  void spend(std::uint64_t work) {
    if (work > work_left_) out_.truncated = true;
    work_left_ -= std::min(work, work_left_);
  }
  void add(Vertices loop) {
    spend(loop.size());
    if (out_.loops.size() == most_) out_.truncated = true;
    if (!done()) out_.loops.push_back(std::move(loop));
  }
  EnumeratedLoops take() && {
    std::sort(out_.loops.begin(), out_.loops.end(),
              [](const Vertices& a, const Vertices& b) {
                return a.size() != b.size() ? a.size() < b.size() : a < b;
              });
    return std::move(out_);
  }

 private:
  EnumeratedLoops out_;
  std::size_t most_;
  std::uint64_t work_left_;
};

// The part of the graph between some vertices, which get dense numbers.
class Cutter {
 public:
  explicit Cutter(const LoopGraph& graph)
      : graph_(graph), number_(graph.vertex_count, kOutside) {}

  // `members` ascending.
  Digraph<NodeId> part(const Vertices& members, Tally& tally) {
    for (std::uint32_t i = 0; i < members.size(); ++i) number_[members[i]] = i;
    Rows<NodeId> rows;
    for (const std::uint32_t v : members) {
      tally.spend(1 + graph_.arcs_from(v).size());
      for (const LoopGraph::Arc& arc : graph_.arcs_from(v))
        if (number_[arc.to] != kOutside)
          rows.targets.push_back(NodeId{number_[arc.to]});
      rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
    }
    for (const std::uint32_t v : members) number_[v] = kOutside;
    return Digraph<NodeId>(std::move(rows));
  }

 private:
  static constexpr std::uint32_t kOutside = ~std::uint32_t{0};
  const LoopGraph& graph_;
  std::vector<std::uint32_t> number_;
};

// All loops through vertex 0 of one component.
class CycleSearch {
 public:
  CycleSearch(const Digraph<NodeId>& graph, const Vertices& members,
              Tally& tally)
      : graph_(graph),
        members_(members),
        tally_(tally),
        blocked_(members.size(), false),
        waiting_(members.size()) {}

  void run() {
    enter(0);
    while (!way_.empty() && !tally_.done()) {
      Step& step = way_.back();
      const auto row = graph_.dependencies(NodeId{step.vertex});
      if (step.next == row.size()) {
        leave();
        continue;
      }
      tally_.spend(1);
      const auto to = static_cast<std::uint32_t>(row[step.next++]);
      if (to == 0) {
        step.closed = true;
        put_down();
      } else if (!blocked_[to]) {
        enter(to);
      }
    }
  }

 private:
  struct Step {
    std::uint32_t vertex;
    std::size_t next = 0;  // dependency to look at
    bool closed = false;   // some way on from here leads back
  };

  void enter(std::uint32_t v) {
    blocked_[v] = true;
    way_.push_back({v});
  }

  void put_down() {
    Vertices loop;
    loop.reserve(way_.size());
    for (const Step& step : way_) loop.push_back(members_[step.vertex]);
    tally_.add(std::move(loop));
  }

  void leave() {
    const Step step = way_.back();
    way_.pop_back();
    if (step.closed) {
      open_again(step.vertex);
      if (!way_.empty()) way_.back().closed = true;
      return;
    }
    for (const NodeId to : graph_.dependencies(NodeId{step.vertex})) {
      Vertices& list = waiting_[index(to)];
      tally_.spend(1 + list.size());
      if (std::find(list.begin(), list.end(), step.vertex) == list.end())
        list.push_back(step.vertex);
    }
  }

  void open_again(std::uint32_t first) {
    Vertices open{first};
    while (!open.empty()) {
      const std::uint32_t v = open.back();
      open.pop_back();
      if (!blocked_[v]) continue;
      blocked_[v] = false;
      tally_.spend(1 + waiting_[v].size());
      open.insert(open.end(), waiting_[v].begin(), waiting_[v].end());
      waiting_[v].clear();
    }
  }

  const Digraph<NodeId>& graph_;
  const Vertices& members_;
  Tally& tally_;
  std::vector<bool> blocked_;
  std::vector<Vertices> waiting_;
  std::vector<Step> way_;
};

}  // namespace

EnumeratedLoops enumerate_loops(const LoopGraph& graph,
                                const LoopLimits& limits) {
  Tally tally(limits);
  for (const std::uint32_t v : graph.self_arcs) tally.add({v});

  // Components that are left, by their smallest vertex.
  std::map<std::uint32_t, Vertices> left;
  Cutter cutter(graph);
  const auto leave_components = [&](const Vertices& members) {
    const Digraph<NodeId> part = cutter.part(members, tally);
    const auto components = strongly_connected_components(part);
    for (std::uint32_t c = 0; c < components.count(); ++c) {
      if (components.at(c).size() == 1) continue;
      Vertices component;
      for (NodeId v : components.at(c)) component.push_back(members[index(v)]);
      left.emplace(component.front(), std::move(component));
    }
  };
  Vertices all(graph.vertex_count);
  for (std::uint32_t v = 0; v < graph.vertex_count; ++v) all[v] = v;
  leave_components(all);
  while (!left.empty() && !tally.done()) {
    Vertices members = std::move(left.begin()->second);
    left.erase(left.begin());
    const Digraph<NodeId> part = cutter.part(members, tally);
    CycleSearch(part, members, tally).run();
    members.erase(members.begin());
    leave_components(members);
  }
  return std::move(tally).take();
}

// Which loops does a cycle have, and which requirements close them?
//
// A cycle is cut out again as in cycles.cc, and its loops are enumerated
// (loop_enumeration.h). A step of a loop between modules stands for one
// requirement or several: the one that is told is that of the highest version,
// which is the selected one wherever that takes part. Versions of a module have
// ascending numbers, so this is the last that fits.
// O(V) for each class beside the enumeration. Tested by
// component_cycles_test.cc.

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
