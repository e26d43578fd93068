// How many modules does each module need, and how many need it?
//
// Transitive closure by blocks of bits over the condensed graph (P. Purdom, "A
// transitive closure algorithm", BIT 1970, with rows of words instead of
// lists). Component numbers are a reverse topological order, so one ascending
// pass gives every component the union of what its dependencies reach. A pass
// looks at 512 targets only: its rows of 64 bytes stay in the cache, and memory
// stays at 64 bytes per component whatever the size of the graph. Counting who
// is reached is the same pass the other way round. O(V * E / 64).
//
// Targets are numbered by component (place[v]), so that a pass begins at the
// first component that can reach any of its targets: half of the work is saved.
// Tested by reach_test.cc, agreement_test.cc, corpus_test.cc.

#include "engine/analysis/graph/reach.h"

#include <algorithm>
#include <array>
#include <bit>

namespace modgraph {
namespace {

constexpr std::size_t kReachWords = 8;  // one cache line per component and pass
constexpr std::size_t kReachBlock = kReachWords * 64;
using ReachBits = std::array<std::uint64_t, kReachWords>;

std::uint32_t count_bits(const ReachBits& bits) {
  int count = 0;
  for (std::uint64_t word : bits) count += std::popcount(word);
  return static_cast<std::uint32_t>(count);
}

// Edges between different components, once each, along the order of a pass:
// row i leads to lower rows only.
struct Layout {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> sizes;  // members, by row
  std::size_t count() const { return sizes.size(); }
};

enum class Direction : std::uint8_t { kDependencies, kDependents };

// Component c is row c, or counted from the end when dependents are followed.
template <class Id>
Layout condense(const Digraph<Id>& graph, const Components<Id>& components,
                Direction direction) {
  const auto count = static_cast<std::uint32_t>(components.count());
  const bool forward = direction == Direction::kDependencies;
  const auto turned = [&](std::uint32_t c) {
    return forward ? c : count - 1 - c;
  };
  Layout out;
  std::vector<std::uint32_t> last_row(count, count);  // repeats, by target
  for (std::uint32_t row = 0; row < count; ++row) {
    const auto members = components.at(turned(row));
    out.sizes.push_back(static_cast<std::uint32_t>(members.size()));
    for (Id m : members) {
      for (Id to : forward ? graph.dependencies(m) : graph.dependents(m)) {
        const std::uint32_t target = turned(components.of[index(to)]);
        if (target == row || last_row[target] == row) continue;
        last_row[target] = row;
        out.targets.push_back(target);
      }
    }
    out.offsets.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  return out;
}

// Sets the bits of the members first..first + size that lie in the block.
void set_members(ReachBits& bits, std::size_t block_begin, std::size_t first,
                 std::size_t size) {
  const std::size_t begin = std::max(first, block_begin);
  const std::size_t end = std::min(first + size, block_begin + kReachBlock);
  for (std::size_t i = begin; i < end; ++i)
    bits[(i - block_begin) / 64] |= std::uint64_t{1}
                                    << ((i - block_begin) % 64);
}

// By row: the members of all rows that can be reached, its own included.
std::vector<std::uint32_t> reached_members(const Layout& graph) {
  std::vector<std::uint32_t> reached(graph.count(), 0);
  std::vector<ReachBits> bits(graph.count());
  std::size_t members = 0;
  for (std::uint32_t size : graph.sizes) members += size;

  std::size_t first_row = 0;     // holds the first member of the block
  std::size_t first_member = 0;  // of that row
  for (std::size_t block = 0; block < members; block += kReachBlock) {
    while (first_member + graph.sizes[first_row] <= block)
      first_member += graph.sizes[first_row++];
    std::size_t member = first_member;
    for (std::size_t row = first_row; row < graph.count(); ++row) {
      ReachBits sum{};
      for (std::uint32_t e = graph.offsets[row]; e < graph.offsets[row + 1];
           ++e) {
        if (graph.targets[e] < first_row) continue;
        const ReachBits& more = bits[graph.targets[e]];
        for (std::size_t w = 0; w < kReachWords; ++w) sum[w] |= more[w];
      }
      set_members(sum, block, member, graph.sizes[row]);
      member += graph.sizes[row];
      bits[row] = sum;
      reached[row] += count_bits(sum);
    }
  }
  return reached;
}

template <class Id>
std::vector<std::uint32_t> counts_along(const Digraph<Id>& graph,
                                        const Components<Id>& components,
                                        Direction direction) {
  std::vector<std::uint32_t> by_row =
      reached_members(condense(graph, components, direction));
  if (direction == Direction::kDependents)
    std::reverse(by_row.begin(), by_row.end());
  std::vector<std::uint32_t> out(graph.vertex_count());
  for (Id v : graph.vertices())
    out[index(v)] = by_row[components.of[index(v)]] - 1;
  return out;
}

}  // namespace

template <class Id>
std::optional<ReachCounts> reach_counts(const Digraph<Id>& graph,
                                        const Components<Id>& components,
                                        std::uint64_t work_limit) {
  const std::uint64_t work =
      std::uint64_t{graph.vertex_count()} * graph.edge_count() / 64;
  if (work_limit != 0 && work > work_limit) return std::nullopt;
  return ReachCounts{counts_along(graph, components, Direction::kDependencies),
                     counts_along(graph, components, Direction::kDependents)};
}

template <class Id>
std::vector<bool> reachable(const Digraph<Id>& graph,
                            std::span<const Id> roots) {
  std::vector<bool> seen(graph.vertex_count(), false);
  std::vector<Id> open;
  const auto visit = [&](Id v) {
    if (seen[index(v)]) return;
    seen[index(v)] = true;
    open.push_back(v);
  };
  for (Id root : roots) visit(root);
  while (!open.empty()) {
    const Id v = open.back();
    open.pop_back();
    for (Id to : graph.dependencies(v)) visit(to);
  }
  return seen;
}

template std::optional<ReachCounts> reach_counts(const Digraph<NodeId>&,
                                                 const Components<NodeId>&,
                                                 std::uint64_t);
template std::optional<ReachCounts> reach_counts(const Digraph<ModuleId>&,
                                                 const Components<ModuleId>&,
                                                 std::uint64_t);
template std::vector<bool> reachable(const Digraph<NodeId>&,
                                     std::span<const NodeId>);
template std::vector<bool> reachable(const Digraph<ModuleId>&,
                                     std::span<const ModuleId>);

}  // namespace modgraph
