// In which order do few requirements lead backwards?
//
// A vertex that nothing leads to goes to the front, one that leads nowhere to
// the back, and when there is neither, the one that gives most more than it
// takes goes to the front (P. Eades, X. Lin and W. F. Smyth, "A fast and
// effective heuristic for the feedback arc set problem", Inf. Process. Lett.
// 1993, here with weights). Buckets by surplus make every step O(1): time
// O(V + E + weight), memory five words per vertex.
//
// Bucket 0 holds the vertices without arcs out, the last bucket those without
// arcs in, and the ones between hold the others by surplus (weight out minus
// weight in), cut off at kMostSurplus either way.
// Tested by break_set_test.cc, loop_agreement_test.cc, depth_test.cc.

#include "engine/analysis/greedy_order.h"

#include <algorithm>
#include <limits>

namespace modgraph {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kMostSurplus = 1024;

class Greedy {
 public:
  explicit Greedy(const LoopGraph& graph)
      : graph_(graph), vertices_(graph.vertex_count) {
    std::int64_t most = 1;
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      for (const auto& arc : graph.arcs_from(v)) vertices_[v].out += arc.weight;
      for (const auto& arc : graph.arcs_to(v)) vertices_[v].in += arc.weight;
      most = std::max({most, vertices_[v].out, vertices_[v].in});
    }
    most_ = std::min(most, kMostSurplus);
    heads_.assign(static_cast<std::size_t>(2 * most_ + 3), kNobody);
    // Descending, so that the smallest vertex of a bucket comes first.
    for (std::uint32_t v = graph.vertex_count; v-- > 0;) put(v);
  }

  VertexOrder order() && {
    VertexOrder order(graph_.vertex_count);
    std::size_t front = 0;
    std::size_t back = order.size();
    while (front < back) {
      const std::size_t bucket = next_bucket();
      const std::uint32_t v = heads_[bucket];
      order[bucket == 0 ? --back : front++] = v;
      take_out(v);
    }
    return order;
  }

 private:
  struct Vertex {
    std::int64_t out = 0;  // weight to vertices that are left
    std::int64_t in = 0;
    std::uint32_t next = kNobody;  // in its bucket
    std::uint32_t previous = kNobody;
    std::uint32_t bucket = kNobody;  // kNobody: taken out
  };

  std::uint32_t bucket_of(const Vertex& v) const {
    if (v.out == 0) return 0;
    if (v.in == 0) return static_cast<std::uint32_t>(heads_.size() - 1);
    const std::int64_t surplus = std::clamp(v.out - v.in, -most_, most_);
    return static_cast<std::uint32_t>(surplus + most_ + 1);
  }

  std::size_t next_bucket() {
    if (heads_.front() != kNobody) return 0;
    if (heads_.back() != kNobody) return heads_.size() - 1;
    while (heads_[highest_] == kNobody) --highest_;
    return highest_;
  }

  void put(std::uint32_t v) {
    Vertex& at = vertices_[v];
    at.bucket = bucket_of(at);
    at.previous = kNobody;
    at.next = heads_[at.bucket];
    if (at.next != kNobody) vertices_[at.next].previous = v;
    heads_[at.bucket] = v;
    if (at.bucket + 1 < heads_.size())
      highest_ = std::max<std::size_t>(highest_, at.bucket);
  }

  void unlink(std::uint32_t v) {
    const Vertex& at = vertices_[v];
    if (at.next != kNobody) vertices_[at.next].previous = at.previous;
    if (at.previous != kNobody)
      vertices_[at.previous].next = at.next;
    else
      heads_[at.bucket] = at.next;
  }

  void take_out(std::uint32_t v) {
    unlink(v);
    vertices_[v].bucket = kNobody;
    for (const auto& arc : graph_.arcs_from(v))
      __builtin_prefetch(&vertices_[arc.to]);
    for (const auto& arc : graph_.arcs_to(v))
      __builtin_prefetch(&vertices_[arc.to]);
    for (const auto& arc : graph_.arcs_from(v)) {
      vertices_[arc.to].in -= arc.weight;
      move(arc.to);
    }
    for (const auto& arc : graph_.arcs_to(v)) {
      vertices_[arc.to].out -= arc.weight;
      move(arc.to);
    }
  }

  void move(std::uint32_t v) {
    if (vertices_[v].bucket == kNobody) return;
    if (vertices_[v].bucket == bucket_of(vertices_[v])) return;
    unlink(v);
    put(v);
  }

  const LoopGraph& graph_;
  std::int64_t most_ = 1;
  std::vector<Vertex> vertices_;
  std::vector<std::uint32_t> heads_;  // by bucket
  std::size_t highest_ = 1;  // no bucket by surplus above it has a vertex
};

}  // namespace

VertexOrder greedy_order(const LoopGraph& graph) {
  return Greedy(graph).order();
}

}  // namespace modgraph
