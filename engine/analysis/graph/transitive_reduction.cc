// Which requirements say something that no other chain of requirements says?
//
// An edge of an acyclic graph can go exactly when another dependency of its
// source reaches its target (A. Aho, M. Garey and J. Ullman, "The transitive
// reduction of a directed graph", SIAM J. Comput. 1972). Every dependency
// reaches itself, so the target of such an edge is reached by two dependencies
// at least: rows of bits count "once" and "twice" while they are joined, in
// strips of 512 targets as in reach.cc. O(V * E / 64).
//
// Component numbers are a reverse topological order: row c leads to lower rows.
// Tested by transitive_reduction_test.cc, structure_agreement_test.cc.

#include "engine/analysis/graph/transitive_reduction.h"

#include <algorithm>
#include <array>
#include <vector>

namespace modgraph {
namespace {

constexpr std::size_t kStripWords = 8;  // one cache line per component and pass
constexpr std::size_t kStrip = kStripWords * 64;
using StripBits = std::array<std::uint64_t, kStripWords>;

// The smallest edge from one component to another.
struct Crossing {
  std::uint32_t target;  // component
  Edge<ModuleId> edge;
};

// Row c holds the crossings from component c, one for each target.
struct Crossings {
  std::vector<std::size_t> offsets{0};
  std::vector<Crossing> all;
};

Crossings crossings_of(const Digraph<ModuleId>& graph,
                       const Components<ModuleId>& components) {
  const auto count = static_cast<std::uint32_t>(components.count());
  std::vector<std::uint32_t> last_row(count, count);  // repeats, by target
  Crossings out;
  for (std::uint32_t c = 0; c < count; ++c) {
    for (ModuleId from : components.at(c)) {
      for (ModuleId to : graph.dependencies(from)) {
        const std::uint32_t target = components.of[index(to)];
        if (target == c || last_row[target] == c) continue;
        last_row[target] = c;
        out.all.push_back({target, {from, to}});
      }
    }
    out.offsets.push_back(out.all.size());
  }
  return out;
}

bool has_bit(const StripBits& bits, std::size_t i) {
  return (bits[i / 64] >> (i % 64) & 1) != 0;
}

// By crossing: whether another dependency of its source reaches its target.
std::vector<bool> needless(const Crossings& graph) {
  const std::size_t count = graph.offsets.size() - 1;
  std::vector<bool> out(graph.all.size(), false);
  std::vector<StripBits> reached(count);
  for (std::size_t strip = 0; strip < count; strip += kStrip) {
    for (std::size_t c = strip; c < count; ++c) {
      StripBits once{};
      StripBits twice{};
      for (std::size_t i = graph.offsets[c]; i < graph.offsets[c + 1]; ++i) {
        const std::uint32_t target = graph.all[i].target;
        if (target < strip) continue;
        const StripBits& more = reached[target];
        for (std::size_t w = 0; w < kStripWords; ++w) {
          twice[w] |= once[w] & more[w];
          once[w] |= more[w];
        }
      }
      for (std::size_t i = graph.offsets[c]; i < graph.offsets[c + 1]; ++i) {
        const std::size_t target = graph.all[i].target;
        if (strip <= target && target < strip + kStrip &&
            has_bit(twice, target - strip))
          out[i] = true;
      }
      if (c < strip + kStrip)
        once[(c - strip) / 64] |= std::uint64_t{1} << ((c - strip) % 64);
      reached[c] = once;
    }
  }
  return out;
}

}  // namespace

std::optional<Digraph<ModuleId>> transitive_reduction(
    const Digraph<ModuleId>& graph, const Components<ModuleId>& components,
    std::uint64_t work_limit) {
  const std::uint64_t work =
      std::uint64_t{components.count()} * graph.edge_count() / 64;
  if (work_limit != 0 && work > work_limit) return std::nullopt;
  const Crossings crossings = crossings_of(graph, components);
  const std::vector<bool> drop = needless(crossings);
  std::vector<Edge<ModuleId>> kept;
  for (std::size_t i = 0; i < crossings.all.size(); ++i)
    if (!drop[i]) kept.push_back(crossings.all[i].edge);
  for (ModuleId from : graph.vertices())
    for (ModuleId to : graph.dependencies(from))
      if (components.of[index(from)] == components.of[index(to)])
        kept.push_back({from, to});
  return simple_digraph_from_edges<ModuleId>(graph.vertex_count(), kept);
}

}  // namespace modgraph
