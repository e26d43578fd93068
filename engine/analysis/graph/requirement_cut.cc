// Which requirements have to go so that a module leaves?
//
// The fewest edges that separate two vertices are a minimum cut, and what a
// maximum flow saturates (L. Ford and D. Fulkerson, "Maximal flow through a
// network", 1956). All main modules are one source. The flow is Boost's, by
// push-relabel (A. Goldberg and R. Tarjan, 1988). Only what lies between the
// main modules and the target takes part. O(V + E) plus the flow.
//
// Every edge has capacity 1. Of all minimum cuts the one nearest to the source
// is unique, whatever the flow, and no other has more edges of the source: a
// larger side of the source can only hide some of them. vertex[m]: the number
// of module m in the flow network; kNone: not part of it. Vertex 0 is the
// source, vertex 1 the target. Tested by requirement_cut_test.cc,
// structure_agreement_test.cc.

#include "engine/analysis/graph/requirement_cut.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/range/iterator_range.hpp>
#include <cstdint>

#include "engine/analysis/graph/reach.h"

namespace modgraph {
namespace {

using Traits =
    boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct Arc {
  std::int32_t capacity = 0;  // 0: the reverse of a requirement
  std::int32_t residual = 0;
  Traits::edge_descriptor reverse;
  Edge<ModuleId> requirement{};
};
using Network =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                          boost::no_property, Arc>;

constexpr std::size_t kSource = 0;
constexpr std::size_t kTarget = 1;

// Whether each module reaches the target without passing a main module.
std::vector<bool> reaching(const Digraph<ModuleId>& graph,
                           const std::vector<bool>& is_main, ModuleId target) {
  std::vector<bool> seen(graph.vertex_count(), false);
  std::vector<ModuleId> open{target};
  seen[index(target)] = true;
  while (!open.empty()) {
    const ModuleId m = open.back();
    open.pop_back();
    if (is_main[index(m)]) continue;
    for (ModuleId from : graph.dependents(m)) {
      if (seen[index(from)]) continue;
      seen[index(from)] = true;
      open.push_back(from);
    }
  }
  return seen;
}

// Every requirement on a way from a main module to the target.
std::vector<Edge<ModuleId>> between(const Digraph<ModuleId>& graph,
                                    std::span<const ModuleId> mains,
                                    const std::vector<bool>& is_main,
                                    ModuleId target) {
  const std::vector<bool> from_mains = reachable(graph, mains);
  const std::vector<bool> to_target = reaching(graph, is_main, target);
  std::vector<Edge<ModuleId>> out;
  for (ModuleId from : graph.vertices()) {
    if (!from_mains[index(from)] || !to_target[index(from)] || from == target)
      continue;
    for (ModuleId to : graph.dependencies(from))
      if (to_target[index(to)] && !is_main[index(to)])
        out.push_back({from, to});
  }
  return out;
}

class Flow {
 public:
  Flow(const std::vector<Edge<ModuleId>>& edges,
       const std::vector<bool>& is_main, ModuleId target)
      : is_main_(is_main), vertex_(is_main.size(), kNone<std::uint32_t>) {
    vertex_[index(target)] = kTarget;
    for (const Edge<ModuleId>& e : edges) add(e);
  }

  // The saturated requirements nearest to the source, ascending.
  std::vector<Edge<ModuleId>> cut() && {
    boost::push_relabel_max_flow(
        network_, kSource, kTarget,
        boost::capacity_map(boost::get(&Arc::capacity, network_))
            .residual_capacity_map(boost::get(&Arc::residual, network_))
            .reverse_edge_map(boost::get(&Arc::reverse, network_)));
    const std::vector<bool> near = with_residual();
    std::vector<Edge<ModuleId>> out;
    for (const auto arc : boost::make_iterator_range(boost::edges(network_))) {
      if (network_[arc].capacity > 0 && near[boost::source(arc, network_)] &&
          !near[boost::target(arc, network_)])
        out.push_back(network_[arc].requirement);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::uint32_t vertex(ModuleId m) {
    if (is_main_[index(m)]) return kSource;
    std::uint32_t& number = vertex_[index(m)];
    if (number == kNone<std::uint32_t>) number = next_++;
    return number;
  }

  void add(const Edge<ModuleId>& requirement) {
    const std::uint32_t from = vertex(requirement.from);
    const std::uint32_t to = vertex(requirement.to);
    const auto there = boost::add_edge(from, to, network_).first;
    const auto back = boost::add_edge(to, from, network_).first;
    network_[there] = {1, 1, back, requirement};
    network_[back] = {0, 0, there, {}};
  }

  // What the source still reaches over arcs with room.
  std::vector<bool> with_residual() const {
    std::vector<bool> seen(boost::num_vertices(network_), false);
    std::vector<std::size_t> open{kSource};
    seen[kSource] = true;
    while (!open.empty()) {
      const std::size_t v = open.back();
      open.pop_back();
      const auto [first, last] = boost::out_edges(v, network_);
      for (auto arc = first; arc != last; ++arc) {
        const std::size_t to = boost::target(*arc, network_);
        if (network_[*arc].residual == 0 || seen[to]) continue;
        seen[to] = true;
        open.push_back(to);
      }
    }
    return seen;
  }

  const std::vector<bool>& is_main_;
  std::vector<std::uint32_t> vertex_;
  std::uint32_t next_ = 2;
  Network network_;
};

}  // namespace

std::optional<RequirementCut> requirement_cut(const Digraph<ModuleId>& selected,
                                              std::span<const ModuleId> mains,
                                              ModuleId target,
                                              const CutOptions& options) {
  std::vector<bool> is_main(selected.vertex_count(), false);
  for (ModuleId main : mains) is_main[index(main)] = true;
  const auto edges = between(selected, mains, is_main, target);
  RequirementCut out;
  if (edges.empty()) return out;
  if (edges.size() > options.max_requirements) return std::nullopt;
  // Each line of ours among them begins a way to the target of its own.
  std::copy_if(edges.begin(), edges.end(), std::back_inserter(out.own),
               [&](const Edge<ModuleId>& e) { return is_main[index(e.from)]; });
  out.smallest = Flow(edges, is_main, target).cut();
  return out;
}

}  // namespace modgraph
