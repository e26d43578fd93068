// What is the longest chain of dependencies, and how much slack has each
// module?
//
// The critical path method (J. Kelley and M. Walker, "Critical-path planning
// and scheduling", 1959) on the condensed graph: the heaviest walk that begins
// in a component, then the heaviest that ends in it, one pass each, because
// component numbers are a reverse topological order. O(V + E).
//
// head[c]: the heaviest walk from a main module up to c, c included; kUnreached
// when there is none. tail[c]: the heaviest walk from c on, c included.
// Tested by critical_path_test.cc, agreement_test.cc, corpus_test.cc.

#include "engine/analysis/graph/critical_path.h"

#include <algorithm>
#include <optional>

namespace modgraph {
namespace {

constexpr std::uint64_t kUnreached = CriticalPath::kUnreached;

// The selected graph with each component as one vertex.
class Condensed {
 public:
  Condensed(const Digraph<ModuleId>& graph,
            const Components<ModuleId>& components,
            std::span<const std::uint64_t> weights)
      : graph_(graph), components_(components), weights_(components.count()) {
    for (ModuleId m : graph.vertices())
      weights_[component(m)] += weights[index(m)];
  }

  std::uint32_t count() const {
    return static_cast<std::uint32_t>(weights_.size());
  }
  std::uint32_t component(ModuleId m) const { return components_.of[index(m)]; }
  std::uint64_t weight(std::uint32_t c) const { return weights_[c]; }
  std::span<const ModuleId> members(std::uint32_t c) const {
    return components_.at(c);
  }

  // Calls visit(d) for every requirement that leads from c to another d.
  template <class Visit>
  void for_each_dependency(std::uint32_t c, Visit visit) const {
    for (ModuleId m : members(c))
      for (ModuleId to : graph_.dependencies(m))
        if (component(to) != c) visit(component(to));
  }

 private:
  const Digraph<ModuleId>& graph_;
  const Components<ModuleId>& components_;
  std::vector<std::uint64_t> weights_;  // by component
};

std::vector<std::uint64_t> tails(const Condensed& graph) {
  std::vector<std::uint64_t> tail(graph.count());
  for (std::uint32_t c = 0; c < graph.count(); ++c) {
    std::uint64_t heaviest = 0;
    graph.for_each_dependency(
        c, [&](std::uint32_t to) { heaviest = std::max(heaviest, tail[to]); });
    tail[c] = heaviest + graph.weight(c);
  }
  return tail;
}

std::vector<std::uint64_t> heads(const Condensed& graph,
                                 std::span<const ModuleId> mains) {
  std::vector<std::uint64_t> head(graph.count(), kUnreached);
  for (ModuleId main : mains)
    head[graph.component(main)] = graph.weight(graph.component(main));
  for (std::uint32_t c = graph.count(); c-- > 0;) {
    if (head[c] == kUnreached) continue;
    graph.for_each_dependency(c, [&](std::uint32_t to) {
      const std::uint64_t through = head[c] + graph.weight(to);
      if (head[to] == kUnreached || head[to] < through) head[to] = through;
    });
  }
  return head;
}

// Of two components with equally heavy walks ahead, the one to go to.
std::uint32_t smaller(const Condensed& graph, std::uint32_t a,
                      std::uint32_t b) {
  return graph.members(a).front() < graph.members(b).front() ? a : b;
}

std::optional<std::uint32_t> heaviest_main(
    const Condensed& graph, std::span<const ModuleId> mains,
    const std::vector<std::uint64_t>& tail) {
  std::optional<std::uint32_t> best;
  for (ModuleId main : mains) {
    const std::uint32_t c = graph.component(main);
    if (!best || tail[c] > tail[*best])
      best = c;
    else if (tail[c] == tail[*best])
      best = smaller(graph, c, *best);
  }
  return best;
}

FlatLists<ModuleId> heaviest_walk(const Condensed& graph, std::uint32_t start,
                                  const std::vector<std::uint64_t>& tail) {
  FlatLists<ModuleId> path;
  for (std::uint32_t c = start;;) {
    path.push_back(graph.members(c));
    const std::uint64_t rest = tail[c] - graph.weight(c);
    if (rest == 0) return path;
    std::optional<std::uint32_t> next;
    graph.for_each_dependency(c, [&](std::uint32_t to) {
      if (tail[to] == rest) next = next ? smaller(graph, to, *next) : to;
    });
    c = *next;
  }
}

}  // namespace

CriticalPath critical_path(const Digraph<ModuleId>& selected,
                           const Components<ModuleId>& components,
                           std::span<const ModuleId> mains,
                           std::span<const std::uint64_t> weights) {
  CriticalPath out;
  out.slack.assign(selected.vertex_count(), kUnreached);
  const Condensed graph(selected, components, weights);
  const std::vector<std::uint64_t> tail = tails(graph);
  const auto start = heaviest_main(graph, mains, tail);
  if (!start) return out;
  out.length = tail[*start];
  out.path = heaviest_walk(graph, *start, tail);

  const std::vector<std::uint64_t> head = heads(graph, mains);
  for (ModuleId m : selected.vertices()) {
    const std::uint32_t c = graph.component(m);
    if (head[c] != kUnreached)
      out.slack[index(m)] = out.length - (head[c] + tail[c] - graph.weight(c));
  }
  return out;
}

}  // namespace modgraph
