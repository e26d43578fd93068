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
// Tested by loop_enumeration_test.cc,
// loop_enumeration_agreement_test.cc.

#include "engine/analysis/loop_enumeration.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/analysis/components.h"
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
class Search {
 public:
  Search(const Digraph<NodeId>& graph, const Vertices& members, Tally& tally)
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
    Search(part, members, tally).run();
    members.erase(members.begin());
    leave_components(members);
  }
  return std::move(tally).take();
}

}  // namespace modgraph
