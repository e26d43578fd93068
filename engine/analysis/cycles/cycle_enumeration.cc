// Which cycles does a component have?
//
// D. Johnson, "Finding all the elementary circuits of a directed graph", SIAM
// J. Comput. 1975: all cycles through the smallest vertex of a component, then
// the components of what is left without it. A vertex from which the search
// found no way back stays blocked until something after it is unblocked, so
// that the time between two cycles is O(V + E).
//
// The search has vertices of its own, 0..k-1 in ascending order; 0 is where
// cycles begin. waiting[v]: the vertices that are unblocked when v is.
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
  explicit Tally(const CycleLimits& limits)
      : max_cycles_(limits.max_cycles), work_left_(limits.work) {}

  bool done() const { return out_.truncated; }
  void spend(std::uint64_t work) {
    if (work > work_left_) out_.truncated = true;
    work_left_ -= std::min(work, work_left_);
  }
  void add(Vertices cycle) {
    spend(cycle.size());
    if (out_.cycles.size() == max_cycles_) out_.truncated = true;
    if (!done()) out_.cycles.push_back(std::move(cycle));
  }
  EnumeratedCycles take() && {
    std::sort(out_.cycles.begin(), out_.cycles.end(),
              [](const Vertices& a, const Vertices& b) {
                return a.size() != b.size() ? a.size() < b.size() : a < b;
              });
    return std::move(out_);
  }

 private:
  EnumeratedCycles out_;
  std::size_t max_cycles_;
  std::uint64_t work_left_;
};

// The part of the graph between some vertices, which get dense numbers.
class Cutter {
 public:
  explicit Cutter(const ComponentGraph& graph)
      : graph_(graph), number_(graph.vertex_count, kOutside) {}

  // `members` ascending.
  Digraph<NodeId> part(const Vertices& members, Tally& tally) {
    for (std::uint32_t i = 0; i < members.size(); ++i) number_[members[i]] = i;
    Rows<NodeId> rows;
    for (const std::uint32_t v : members) {
      tally.spend(1 + graph_.arcs_from(v).size());
      for (const ComponentGraph::Arc& arc : graph_.arcs_from(v))
        if (number_[arc.to] != kOutside)
          rows.targets.push_back(NodeId{number_[arc.to]});
      rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
    }
    for (const std::uint32_t v : members) number_[v] = kOutside;
    return Digraph<NodeId>(std::move(rows));
  }

 private:
  static constexpr std::uint32_t kOutside = ~std::uint32_t{0};
  const ComponentGraph& graph_;
  std::vector<std::uint32_t> number_;
};

// All cycles through vertex 0 of one component.
class JohnsonSearch {
 public:
  JohnsonSearch(const Digraph<NodeId>& graph, const Vertices& members,
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
    bool closed = false;   // a path from here leads back
  };

  void enter(std::uint32_t v) {
    blocked_[v] = true;
    way_.push_back({v});
  }

  void put_down() {
    Vertices cycle;
    cycle.reserve(way_.size());
    for (const Step& step : way_) cycle.push_back(members_[step.vertex]);
    tally_.add(std::move(cycle));
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

EnumeratedCycles enumerate_cycles(const ComponentGraph& graph,
                                  const CycleLimits& limits) {
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
    JohnsonSearch(part, members, tally).run();
    members.erase(members.begin());
    leave_components(members);
  }
  return std::move(tally).take();
}

// Which cycles does a component have, and which requirements close them?
//
// A component is cut out again as in cycles.cc, and its cycles are enumerated
// as above. A step of a cycle between modules stands for one requirement or
// several: the answer is that of the highest version, which is the selected one
// wherever that takes part. Versions of a module have ascending numbers, so
// this is the last that fits. O(V) for each class plus the enumeration. Tested
// by component_cycles_test.cc.

namespace {

constexpr std::uint32_t kNoComponent = ~std::uint32_t{0};

std::uint32_t vertex_of(const ModuleGraph& graph, CycleClass cycle_class,
                        NodeId n) {
  return static_cast<std::uint32_t>(cycle_class == CycleClass::kVersion
                                        ? index(n)
                                        : index(graph.module_of(n)));
}

// By vertex of the class: which of the components it is in.
std::vector<std::uint32_t> component_numbers(
    const ModuleGraph& graph, std::span<const CyclicComponent> components,
    CycleClass cycle_class) {
  std::vector<std::uint32_t> out(cycle_class == CycleClass::kVersion
                                     ? graph.node_count()
                                     : graph.module_count(),
                                 kNoComponent);
  for (std::uint32_t i = 0; i < components.size(); ++i)
    if (components[i].cycle_class == cycle_class)
      for (NodeId n : components[i].members)
        out[vertex_of(graph, cycle_class, n)] = i;
  return out;
}

ComponentCycles cycles_of(const ModuleGraph& graph,
                          const CyclicComponent& component,
                          ComponentCutter& cutter, const CycleLimits& limits) {
  std::vector<std::uint32_t> members;
  for (NodeId n : component.members)
    members.push_back(vertex_of(graph, component.cycle_class, n));
  EnumeratedCycles found = enumerate_cycles(cutter.cut_out(members), limits);
  ComponentCycles out{{}, found.truncated};
  for (const std::vector<std::uint32_t>& cycle : found.cycles) {
    std::vector<NodeId>& nodes = out.cycles.emplace_back();
    for (const std::uint32_t v : cycle) nodes.push_back(component.members[v]);
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

std::vector<ComponentCycles> cycles_of_components(
    const ModuleGraph& graph, std::span<const CyclicComponent> components,
    const CycleLimits& limits) {
  std::vector<ComponentCycles> out(components.size());
  for (const CycleClass cycle_class :
       {CycleClass::kVersion, CycleClass::kSelected, CycleClass::kPath}) {
    const auto in_class = [&](const CyclicComponent& component) {
      return component.cycle_class == cycle_class;
    };
    if (std::none_of(components.begin(), components.end(), in_class)) continue;
    const std::vector<std::uint32_t> component_of =
        component_numbers(graph, components, cycle_class);
    ComponentCutter cutter(graph, cycle_class, component_of);
    for (std::size_t i = 0; i < components.size(); ++i)
      if (in_class(components[i]))
        out[i] = cycles_of(graph, components[i], cutter, limits);
  }
  return out;
}

std::vector<Edge<NodeId>> closing_requirements(const ModuleGraph& graph,
                                               CycleClass cycle_class,
                                               std::span<const NodeId> cycle) {
  std::vector<Edge<NodeId>> out;
  for (std::size_t i = 0; i + 1 < cycle.size(); ++i) {
    if (cycle_class == CycleClass::kVersion) {
      out.push_back({cycle[i], cycle[i + 1]});
      continue;
    }
    const IdRange<NodeId> versions = graph.versions(graph.module_of(cycle[i]));
    const ModuleId next = graph.module_of(cycle[i + 1]);
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
