// Which lines have to be turned around so that the rest has no loop?
//
// A depth-first walk over the lines that do not claim to close a loop; in its
// reverse postorder only lines back to an ancestor point backwards. Every line,
// claimed or not, that points backwards in this order is turned around: what
// remains follows one total order and cannot contain a loop. Claims count only
// inside a strongly connected component, where there is a loop to close; those
// come from two more walks (S. Kosaraju, M. Sharir 1981).
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 2.1 (depth-first turning).
// Time and memory O(boxes + lines).
// Tested by tests/engine/layout/acyclic_test.cc.

#include "engine/layout/acyclic.h"

#include <limits>

#include "engine/layout/groups.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

// A depth-first walk: boxes in the order in which it was done with them, and
// the start from which each was reached.
struct Walk {
  std::vector<std::uint32_t> finished;
  std::vector<std::uint32_t> start_of;  // by box
};

// Takes the starts in order; those already reached are no starts.
Walk depth_first(const Groups& next, std::span<const std::uint32_t> starts) {
  Walk walk;
  walk.start_of.assign(next.count(), kUnseen);
  std::vector<std::uint32_t> followed(next.count(), 0);  // lines, by box
  std::vector<std::uint32_t> path;
  for (const std::uint32_t start : starts) {
    if (walk.start_of[start] != kUnseen) continue;
    walk.start_of[start] = start;
    path.push_back(start);
    while (!path.empty()) {
      const std::uint32_t v = path.back();
      if (followed[v] == next[v].size()) {
        walk.finished.push_back(v);
        path.pop_back();
        continue;
      }
      const std::uint32_t w = next[v][followed[v]++];
      if (walk.start_of[w] != kUnseen) continue;
      walk.start_of[w] = start;
      path.push_back(w);
    }
  }
  return walk;
}

// The lines that `counts` accepts, by their `from`, or by their `to`.
struct LineRows {
  Groups targets;
  Groups sources;
};

template <class Counts>
LineRows rows_of(std::uint32_t box_count, std::span<const LayoutLine> lines,
                 Counts counts) {
  std::vector<std::uint32_t> from, to;
  for (const LayoutLine& line : lines) {
    if (line.from == line.to || !counts(line)) continue;
    from.push_back(line.from);
    to.push_back(line.to);
  }
  return {Groups::by_key(box_count, from, to),
          Groups::by_key(box_count, to, from)};
}

// Boxes that nobody points to, so that a loop is entered where a reader enters
// it; then the rest.
std::vector<std::uint32_t> starts_of(const LineRows& rows) {
  std::vector<std::uint32_t> starts;
  for (const bool source : {true, false})
    for (std::uint32_t v = 0; v < rows.sources.count(); ++v)
      if (rows.sources[v].empty() == source) starts.push_back(v);
  return starts;
}

// By box: a box that stands for its strongly connected component.
std::vector<std::uint32_t> components_of(const LineRows& rows) {
  const Walk down = depth_first(rows.targets, starts_of(rows));
  const std::vector<std::uint32_t> last_first(down.finished.rbegin(),
                                              down.finished.rend());
  return depth_first(rows.sources, last_first).start_of;
}

}  // namespace

std::vector<std::uint8_t> lines_against_flow(std::uint32_t box_count,
                                             std::span<const LayoutLine> lines,
                                             Claims claims) {
  const std::vector<std::uint32_t> component = components_of(
      rows_of(box_count, lines, [](const LayoutLine&) { return true; }));
  const LineRows rows = rows_of(box_count, lines, [&](const LayoutLine& line) {
    return claims == Claims::kIgnored || !line.closes_loop ||
           component[line.from] != component[line.to];
  });
  const Walk walk = depth_first(rows.targets, starts_of(rows));
  std::vector<std::uint32_t> position(box_count);
  for (std::uint32_t i = 0; i < box_count; ++i)
    position[walk.finished[i]] = box_count - i;
  std::vector<std::uint8_t> against(lines.size(), 0);
  for (std::size_t i = 0; i < lines.size(); ++i)
    against[i] = position[lines[i].from] > position[lines[i].to] ? 1 : 0;
  return against;
}

}  // namespace modgraph
