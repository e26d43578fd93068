#include "engine/layout/layered_graph.h"

#include <algorithm>
#include <cassert>

namespace modgraph {
namespace {

// Lines from the upper to the lower end.
struct Ends {
  std::uint32_t upper;
  std::uint32_t lower;
};

Ends ends_of(const LayoutLine& line, std::uint8_t against) {
  return against != 0 ? Ends{line.to, line.from} : Ends{line.from, line.to};
}

// The longest span for which lines still get lanes, so that all of them
// together stay within the limit.
std::uint32_t longest_span(std::span<const LayoutLine> lines,
                           std::span<const std::uint32_t> ranks,
                           std::uint64_t lane_limit) {
  std::vector<std::uint32_t> spans;
  spans.reserve(lines.size());
  for (const LayoutLine& line : lines) {
    const auto [low, high] = std::minmax(ranks[line.from], ranks[line.to]);
    spans.push_back(high - low);
  }
  std::ranges::sort(spans);
  std::uint64_t lanes = 0;
  for (std::uint32_t span : spans) {
    lanes += std::max(span, 1U) - 1;
    if (lanes > lane_limit) return span - 1;
  }
  return spans.empty() ? 0 : spans.back();
}

class Builder {
 public:
  Builder(std::span<const LayoutBox> boxes, std::span<const LayoutLine> lines,
          std::span<const std::uint32_t> ranks)
      : lines_(lines) {
    graph_.box_count = static_cast<std::uint32_t>(boxes.size());
    graph_.layer.assign(ranks.begin(), ranks.end());
    for (const LayoutBox& box : boxes) {
      graph_.width.push_back(box.width);
      graph_.side.push_back(box.width);
      graph_.height.push_back(box.height);
    }
    for (std::uint32_t rank : ranks)
      graph_.layer_count = std::max(graph_.layer_count, rank + 1);
  }

  // Numbers the lanes layer by layer, as they are walked through, not line by
  // line.
  void number_lanes(std::span<const std::uint8_t> against,
                    std::uint32_t span_limit) {
    std::vector<std::uint32_t> lanes(graph_.layer_count, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Ends ends = ends_of(lines_[i], against[i]);
      if (span_of(ends) > span_limit) continue;
      for (std::uint32_t l = graph_.layer[ends.upper] + 1;
           l < graph_.layer[ends.lower]; ++l)
        ++lanes[l];
    }
    for (std::uint32_t l = 0; l < graph_.layer_count; ++l) {
      next_lane_.push_back(graph_.vertex_count());
      graph_.layer.insert(graph_.layer.end(), lanes[l], l);
    }
    graph_.width.resize(graph_.vertex_count(), 0);
    graph_.height.resize(graph_.vertex_count(), 0);
  }

  void add_line(std::size_t i, Ends ends, std::uint32_t span_limit) {
    const LayoutLine& line = lines_[i];
    graph_.label.push_back(LayeredGraph::kNoLabel);
    graph_.line_weight.push_back(line.weight);
    chain_.clear();
    const std::uint32_t span = span_of(ends);
    if (span > span_limit) ++graph_.lines_without_lanes;
    if (span > 0 && span <= span_limit) {
      make_chain(ends);
      if (line.label_width > 0 && span > 1) place_label(line);
    }
    graph_.chains.append(chain_);
  }

  LayeredGraph finish() && {
    const std::uint32_t count = graph_.vertex_count();
    graph_.below = Groups::by_key(count, uppers_, lowers_);
    graph_.above = Groups::by_key(count, lowers_, uppers_);
    return std::move(graph_);
  }

 private:
  std::uint32_t span_of(Ends ends) const {
    return graph_.layer[ends.lower] - graph_.layer[ends.upper];
  }

  void make_chain(Ends ends) {
    chain_.push_back(ends.upper);
    for (std::uint32_t l = graph_.layer[ends.upper] + 1;
         l < graph_.layer[ends.lower]; ++l)
      chain_.push_back(next_lane_[l]++);
    chain_.push_back(ends.lower);
    for (std::size_t k = 1; k < chain_.size(); ++k) {
      uppers_.push_back(chain_[k - 1]);
      lowers_.push_back(chain_[k]);
    }
  }

  // The label is in the middle of the line.
  void place_label(const LayoutLine& line) {
    const std::uint32_t v = chain_[chain_.size() / 2];
    assert(!graph_.is_box(v));
    graph_.width[v] = line.label_width;
    graph_.height[v] = line.label_height;
    graph_.label.back() = v;
  }

  std::span<const LayoutLine> lines_;
  LayeredGraph graph_;
  std::vector<std::uint32_t> next_lane_;        // by layer
  std::vector<std::uint32_t> uppers_, lowers_;  // by piece of a line
  std::vector<std::uint32_t> chain_;            // of the line being added
};

}  // namespace

LayeredGraph layered_graph(std::span<const LayoutBox> boxes,
                           std::span<const LayoutLine> lines,
                           std::span<const std::uint32_t> ranks,
                           std::span<const std::uint8_t> against,
                           const LaneOptions& options) {
  Builder builder(boxes, lines, ranks);
  const std::uint32_t limit = longest_span(lines, ranks, options.lane_limit);
  builder.number_lanes(against, limit);
  for (std::size_t i = 0; i < lines.size(); ++i)
    builder.add_line(i, ends_of(lines[i], against[i]), limit);
  return std::move(builder).finish();
}

}  // namespace modgraph
