// Which few requirements, removed, break every cycle of a component?
//
// A minimum feedback arc set, which is NP-hard (R. Karp, 1972). So: an order by
// a greedy method, improved while that is affordable. Cycles that share no
// requirement bound every feedback arc set from below; where the bound is met,
// the order is proven best. Where it is not, what those cycles leave of the
// graph shows a better order more often than not (the local ratio method: R.
// Bar-Yehuda and S. Even, 1985), and both are tried again. On every component
// of the corpus the two meet. What is small and still not proven is searched
// in full.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc,
// corpus_cycles_test.cc.

#include "engine/analysis/cycles/feedback_arc_set.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/cycles/feedback_arc_set_exact.h"
#include "engine/analysis/cycles/feedback_arc_set_search.h"
#include "engine/analysis/cycles/vertex_order.h"

namespace modgraph {
namespace {

constexpr int kRounds = 4;  // of bounding and improving; two were enough

// Steps for each improvement: enough to finish components of some hundred
// vertices, linear in the size below that, and little compared with the greedy
// method above, where nothing is ever proven.
constexpr std::uint64_t kLeastWork = 20'000;
constexpr std::uint64_t kWorkPerArc = 100;
constexpr std::uint64_t kMaxWork = 300'000;

// An order, and how much leads backwards in it.
struct RatedOrder {
  VertexOrder order;
  std::uint64_t weight = 0;
  bool is_minimum = false;
};

// The arcs that have weight left, as a graph of their own.
ComponentGraph rest_of(const ComponentGraph& graph,
                       const std::vector<std::uint32_t>& left) {
  std::vector<ComponentGraph::Arc> arcs;
  std::vector<std::uint32_t> begins{0};
  for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
    for (std::uint32_t i = graph.outgoing_begin[v];
         i < graph.outgoing_begin[v + 1]; ++i)
      if (left[i] > 0) arcs.push_back({graph.outgoing[i].to, left[i]});
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  return component_graph(std::move(begins), std::move(arcs), {});
}

RatedOrder improved(const ComponentGraph& graph, VertexOrder order,
                    std::uint64_t work) {
  RatedOrder out;
  out.order =
      tightened_order(graph, sifted_order(graph, std::move(order), work), work);
  out.weight = backward_weight(graph, out.order);
  return out;
}

// The best of some orders, proven or not.
RatedOrder good_order(const ComponentGraph& graph) {
  const std::uint64_t work = std::min<std::uint64_t>(
      kLeastWork + kWorkPerArc * graph.arc_count(), kMaxWork);
  RatedOrder best = improved(graph, greedy_order(graph), work);
  for (int round = 0; round < kRounds; ++round) {
    const DisjointCycles cycles = disjoint_cycles(graph, best.order, work);
    best.is_minimum = cycles.weight == best.weight;
    if (best.is_minimum || !cycles.is_complete) break;
    RatedOrder next =
        improved(graph, greedy_order(rest_of(graph, cycles.left)), work);
    if (next.weight >= best.weight) break;
    best = std::move(next);
  }
  return best;
}

}  // namespace

FeedbackArcSet feedback_arc_set(const ComponentGraph& graph,
                                const FeedbackArcSetOptions& options) {
  RatedOrder best = good_order(graph);
  FeedbackArcSet out;
  const std::size_t n = graph.vertex_count;
  if (!best.is_minimum &&
      n <= std::min(options.exact_vertices, kMaxExactVertices) &&
      (n << n) <= options.exact_work) {
    if (auto order = best_order_below(graph, best.weight))
      best.order = std::move(*order);
    best.is_minimum = true;
    out.work = n << n;
  }
  out.is_minimum = best.is_minimum;
  out.arcs = backward_arcs(graph, best.order);
  for (std::uint32_t v : graph.self_arcs) out.arcs.push_back({v, v});
  std::sort(out.arcs.begin(), out.arcs.end());
  return out;
}

}  // namespace modgraph
