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
// weight in), cut off at kMaxSurplus either way.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc, depth_test.cc.

#include "engine/analysis/cycles/feedback_arc_set_search.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/base/huge_pages.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kMaxSurplus = 1024;

class Greedy {
 public:
  explicit Greedy(const ComponentGraph& graph)
      : graph_(graph), vertices_(huge_vector<Vertex>(graph.vertex_count)) {
    std::uint32_t max_weight = 1;
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      for (const auto& arc : graph.arcs_from(v)) vertices_[v].out += arc.weight;
      for (const auto& arc : graph.arcs_to(v)) vertices_[v].in += arc.weight;
      max_weight = std::max({max_weight, vertices_[v].out, vertices_[v].in});
    }
    max_surplus_ = std::min<std::int64_t>(max_weight, kMaxSurplus);
    heads_.assign(static_cast<std::size_t>(2 * max_surplus_ + 3), kNobody);
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
    // Weight to and from vertices that are left: requirements, of which there
    // are fewer than 2^32.
    std::uint32_t out = 0;
    std::uint32_t in = 0;
    std::uint32_t next = kNobody;  // in its bucket
    std::uint32_t previous = kNobody;
    std::uint32_t bucket = kNobody;  // kNobody: taken out
  };

  std::uint32_t bucket_of(const Vertex& v) const {
    if (v.out == 0) return 0;
    if (v.in == 0) return static_cast<std::uint32_t>(heads_.size() - 1);
    const std::int64_t surplus = std::clamp(
        std::int64_t{v.out} - std::int64_t{v.in}, -max_surplus_, max_surplus_);
    return static_cast<std::uint32_t>(surplus + max_surplus_ + 1);
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

  const ComponentGraph& graph_;
  std::int64_t max_surplus_ = 1;
  std::vector<Vertex> vertices_;
  std::vector<std::uint32_t> heads_;  // by bucket
  std::size_t highest_ = 1;  // no bucket by surplus above it has a vertex
};

}  // namespace

VertexOrder greedy_order(const ComponentGraph& graph) {
  return Greedy(graph).order();
}

// Would a vertex do better elsewhere in the order?
//
// Sifting: one vertex after the other goes to its best place while the others
// stay where they are (R. Rudell, "Dynamic variable ordering for ordered binary
// decision diagrams", ICCAD 1993). A round costs up to O(V^2 + E log E),
// and the number of rounds has no good bound: hence the limit on work.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc.

namespace {

class Sifter {
 public:
  Sifter(const ComponentGraph& graph, VertexOrder order)
      : graph_(graph), order_(std::move(order)), place_(places(order_)) {}

  std::uint64_t work() const { return work_; }
  VertexOrder order() && { return std::move(order_); }

  // Moves v to its best place; whether that gained anything.
  bool sift(std::uint32_t v) {
    list_crossings(v);
    const std::uint32_t old_place = place_[v];
    std::int64_t weight = 0;  // backwards at v, less that at the very left
    std::int64_t here = 0;
    std::int64_t best = 0;
    std::uint32_t best_place = 0;  // right after that many vertices
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      weight += crossings_[i].more;
      const std::uint32_t place = crossings_[i].place;
      if (i + 1 < crossings_.size() && crossings_[i + 1].place == place)
        continue;  // arcs both ways are crossed together
      if (place < old_place) here = weight;
      if (weight < best) {
        best = weight;
        best_place = place + 1;
      }
    }
    if (best == here) return false;
    move(old_place, best_place > old_place ? best_place - 1 : best_place);
    return true;
  }

 private:
  // What moving from left to right past the vertex at `place` adds.
  struct Crossing {
    std::uint32_t place;
    std::int64_t more;
  };

  void list_crossings(std::uint32_t v) {
    crossings_.clear();
    for (const ComponentGraph::Arc& arc : graph_.arcs_from(v))
      crossings_.push_back({place_[arc.to], std::int64_t{arc.weight}});
    for (const ComponentGraph::Arc& arc : graph_.arcs_to(v))
      crossings_.push_back({place_[arc.to], -std::int64_t{arc.weight}});
    std::sort(
        crossings_.begin(), crossings_.end(),
        [](const Crossing& a, const Crossing& b) { return a.place < b.place; });
    work_ += 4 * crossings_.size();  // sorting them takes more than looking
  }

  void move(std::uint32_t from, std::uint32_t to) {
    const auto at = [&](std::uint32_t place) {
      return order_.begin() + static_cast<std::ptrdiff_t>(place);
    };
    if (from < to)
      std::rotate(at(from), at(from + 1), at(to + 1));
    else
      std::rotate(at(to), at(from), at(from + 1));
    const auto [low, high] = std::minmax(from, to);
    for (std::uint32_t i = low; i <= high; ++i) place_[order_[i]] = i;
    work_ += high - low;
  }

  const ComponentGraph& graph_;
  VertexOrder order_;
  std::vector<std::uint32_t> place_;
  std::vector<Crossing> crossings_;
  std::uint64_t work_ = 0;
};

}  // namespace

VertexOrder sifted_order(const ComponentGraph& graph, VertexOrder order,
                         std::uint64_t work) {
  Sifter sifter(graph, std::move(order));
  for (bool gained = true; gained;) {
    gained = false;
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      if (sifter.work() >= work) return std::move(sifter).order();
      if (sifter.sift(v)) gained = true;
    }
  }
  return std::move(sifter).order();
}

// Which requirements lead backwards without need?
//
// A backward arc may be turned unless forward arcs lead from its target to its
// source. Then only what lies between the two places has to be rearranged
// (D. Pearce and P. Kelly, "A dynamic topological sort algorithm for directed
// acyclic graphs", J. Exp. Algorithmics 2006): vertices that reach the source
// move in front of those that the target reaches. One pass is enough, since
// forward arcs only become more. O(arcs between the two places) for each
// backward arc: hence the limit on work.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc.

namespace {

class Tightener {
 public:
  Tightener(const ComponentGraph& graph, VertexOrder order)
      : graph_(graph),
        order_(std::move(order)),
        place_(places(order_)),
        mark_(huge_vector<std::uint64_t>(order_.size())) {
    reserve_huge(found_, order_.size());
  }

  std::uint64_t work() const { return work_; }
  VertexOrder order() && { return std::move(order_); }

  // Turns the arc forwards if that is possible.
  void turn(const ComponentArc& arc) {
    if (place_[arc.from] < place_[arc.to]) return;
    if (reaches(arc.to, arc.from)) return;
    const std::vector<std::uint32_t> behind = std::exchange(found_, {});
    collect_leading_to(arc.from, place_[arc.to]);
    rearrange(behind);
  }

 private:
  // Whether forward arcs lead from `from` to `to`; else found_ is everything
  // up to there that they lead to.
  bool reaches(std::uint32_t from, std::uint32_t to) {
    begin(from);
    for (std::size_t at = 0; at < found_.size(); ++at) {
      const std::uint32_t v = found_[at];
      work_ += graph_.arcs_from(v).size();
      for (const ComponentGraph::Arc& arc : graph_.arcs_from(v)) {
        if (place_[arc.to] < place_[v]) continue;
        if (arc.to == to) return true;
        if (place_[arc.to] < place_[to]) find(arc.to);
      }
    }
    return false;
  }

  // found_ becomes everything from `first_place` on that leads to `to`.
  void collect_leading_to(std::uint32_t to, std::uint32_t first_place) {
    begin(to);
    for (std::size_t at = 0; at < found_.size(); ++at) {
      const std::uint32_t v = found_[at];
      work_ += graph_.arcs_to(v).size();
      for (const ComponentGraph::Arc& arc : graph_.arcs_to(v))
        if (place_[arc.to] < place_[v] && place_[arc.to] > first_place)
          find(arc.to);
    }
  }

  // The found vertices take the first of the places that they and those in
  // `behind` have now; each group keeps its own order.
  void rearrange(std::vector<std::uint32_t> behind) {
    const auto by_place = [&](std::uint32_t a, std::uint32_t b) {
      return place_[a] < place_[b];
    };
    // Sorting takes about as many steps for each as looking at eight arcs.
    work_ += 8 * (found_.size() + behind.size());
    std::sort(found_.begin(), found_.end(), by_place);
    std::sort(behind.begin(), behind.end(), by_place);
    found_.insert(found_.end(), behind.begin(), behind.end());
    std::vector<std::uint32_t> free_places;
    for (std::uint32_t v : found_) free_places.push_back(place_[v]);
    std::sort(free_places.begin(), free_places.end());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      place_[found_[i]] = free_places[i];
      order_[free_places[i]] = found_[i];
    }
  }

  void begin(std::uint32_t v) {
    ++round_;
    found_.clear();
    find(v);
  }

  void find(std::uint32_t v) {
    if (std::exchange(mark_[v], round_) != round_) found_.push_back(v);
  }

  const ComponentGraph& graph_;
  VertexOrder order_;
  std::vector<std::uint32_t> place_;
  std::vector<std::uint32_t> found_;
  std::vector<std::uint64_t> mark_;  // by vertex: the round that found it
  std::uint64_t round_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace

VertexOrder tightened_order(const ComponentGraph& graph, VertexOrder order,
                            std::uint64_t work) {
  const std::vector<ComponentArc> arcs = backward_arcs(graph, order);
  Tightener tightener(graph, std::move(order));
  for (const ComponentArc& arc : arcs) {
    if (tightener.work() >= work) break;
    tightener.turn(arc);
  }
  return std::move(tightener).order();
}

}  // namespace modgraph
