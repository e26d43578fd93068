// Which lines have to be turned around so that the rest has no loop?
//
// A depth-first walk over the lines that do not claim to close a loop; in its
// reverse postorder only lines back to an ancestor point backwards. Every line,
// claimed or not, that points backwards in this order is turned around: what
// remains follows one total order and cannot contain a loop.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 2.1 (depth-first turning).
// Time and memory O(boxes + lines).
// position_[v]: place in reverse postorder; kUnseen and kOpen while walking.
// Tested by tests/engine/layout/acyclic_test.cc.

#include "engine/layout/acyclic.h"

#include <limits>

#include "engine/layout/groups.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kOpen = kUnseen - 1;

class Walk {
 public:
  Walk(std::uint32_t box_count, std::span<const LayoutLine> lines)
      : lines_(lines), position_(box_count, kUnseen), next_(box_count) {
    std::vector<std::uint32_t> sources, targets;
    std::vector<std::uint8_t> has_dependents(box_count, 0);
    for (const LayoutLine& line : lines) {
      if (line.from == line.to || line.closes_loop) continue;
      sources.push_back(line.from);
      targets.push_back(line.to);
      has_dependents[line.to] = 1;
    }
    targets_ = Groups::by_key(box_count, sources, targets);
    // Taken from the end: first the boxes that nobody points to, so that a loop
    // is entered where a reader enters it, then the rest.
    for (std::uint8_t wanted : {std::uint8_t{1}, std::uint8_t{0}})
      for (std::uint32_t v = box_count; v-- > 0;)
        if (has_dependents[v] == wanted) starts_.push_back(v);
  }

  std::vector<std::uint8_t> backward_lines() {
    unplaced_ = static_cast<std::uint32_t>(position_.size());
    while (!starts_.empty()) {
      const std::uint32_t v = starts_.back();
      starts_.pop_back();
      if (position_[v] == kUnseen) walk_from(v);
    }
    std::vector<std::uint8_t> backward(lines_.size(), 0);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      backward[i] = position_[lines_[i].from] > position_[lines_[i].to];
    return backward;
  }

 private:
  void walk_from(std::uint32_t start) {
    open(start);
    while (!path_.empty()) {
      const std::uint32_t v = path_.back();
      const auto targets = targets_[v];
      if (next_[v] == targets.size()) {
        position_[v] = --unplaced_;
        path_.pop_back();
        continue;
      }
      const std::uint32_t w = targets[next_[v]++];
      if (position_[w] == kUnseen) open(w);
    }
  }

  void open(std::uint32_t v) {
    position_[v] = kOpen;
    path_.push_back(v);
  }

  std::span<const LayoutLine> lines_;
  Groups targets_;
  std::vector<std::uint32_t> starts_;    // to begin at, last one first
  std::vector<std::uint32_t> position_;  // by box
  std::vector<std::uint32_t> next_;      // by box: its next line to follow
  std::vector<std::uint32_t> path_;      // open boxes
  std::uint32_t unplaced_ = 0;
};

}  // namespace

std::vector<std::uint8_t> lines_against_flow(
    std::uint32_t box_count, std::span<const LayoutLine> lines) {
  return Walk(box_count, lines).backward_lines();
}

}  // namespace modgraph
