#include "engine/layout/order_start.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <span>
#include <vector>

#include "engine/layout/sequence.h"

namespace modgraph {
namespace {

class Visitor {
 public:
  Visitor(const LayeredGraph& graph, Visit visit, std::uint32_t variant)
      : graph_(graph),
        downward_(visit == Visit::kDepthDown || visit == Visit::kBreadthDown),
        depth_first_(visit == Visit::kDepthDown || visit == Visit::kDepthUp),
        variant_(variant),
        sequence_(variant),
        seen_(graph.vertex_count(), 0),
        rows_(graph.layer_count) {}

  LayerOrder order() {
    std::vector<std::uint32_t> starts(graph_.vertex_count());
    std::iota(starts.begin(), starts.end(), 0U);
    if (variant_ > 0) shuffle(starts, sequence_);
    std::ranges::stable_sort(starts, [&](std::uint32_t a, std::uint32_t b) {
      return downward_ ? graph_.layer[a] < graph_.layer[b]
                       : graph_.layer[a] > graph_.layer[b];
    });
    for (std::uint32_t v : starts) visit_from(v);
    return finish();
  }

 private:
  void visit_from(std::uint32_t start) {
    waiting_.push_back(start);
    while (!waiting_.empty()) {
      const std::uint32_t v = take();
      if (seen_[v] != 0) continue;
      seen_[v] = 1;
      rows_[graph_.layer[v]].push_back(v);
      // Neighbours on both sides: what is connected should be close together.
      add(downward_ ? graph_.below[v] : graph_.above[v]);
      add(downward_ ? graph_.above[v] : graph_.below[v]);
    }
  }

  std::uint32_t take() {
    const std::uint32_t v = depth_first_ ? waiting_.back() : waiting_.front();
    depth_first_ ? waiting_.pop_back() : waiting_.pop_front();
    return v;
  }

  void add(std::span<const std::uint32_t> neighbours) {
    row_.assign(neighbours.begin(), neighbours.end());
    if (variant_ > 0) shuffle(row_, sequence_);
    for (std::uint32_t w : row_)
      if (seen_[w] == 0) waiting_.push_back(w);
  }

  LayerOrder finish() {
    LayerOrder order;
    order.position.resize(graph_.vertex_count());
    for (const auto& row : rows_) {
      for (std::uint32_t i = 0; i < row.size(); ++i) order.position[row[i]] = i;
      order.layers.append(row);
    }
    return order;
  }

  const LayeredGraph& graph_;
  bool downward_;
  bool depth_first_;
  std::uint32_t variant_;
  Sequence sequence_;
  std::vector<std::uint8_t> seen_;
  std::vector<std::vector<std::uint32_t>> rows_;  // by layer
  std::deque<std::uint32_t> waiting_;
  std::vector<std::uint32_t> row_;
};

}  // namespace

LayerOrder start_order(const LayeredGraph& graph, Visit visit,
                       std::uint32_t variant) {
  return Visitor(graph, visit, variant).order();
}

}  // namespace modgraph
