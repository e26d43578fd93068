// Lines to boxes that only unselected versions lead to.
// Tested by tests/engine/report/views/overview_lines_test.cc.

#include <algorithm>
#include <utility>

#include "engine/analysis/graph/chains.h"
#include "engine/report/views/overview_lines.h"

namespace modgraph {
namespace {

class Ways {
 public:
  Ways(const ModuleGraph& graph, const DrawnBoxes& boxes,
       std::vector<PictureLine> lines)
      : graph_(graph),
        boxes_(boxes),
        lines_(std::move(lines)),
        next_(boxes.count()),
        reached_(boxes.count()) {
    for (const PictureLine& line : lines_) next_[line.from].push_back(line.to);
    for (const NodeId main : graph.mains())
      if (boxes.has(graph.module_of(main)))
        spread(boxes.of(graph.module_of(main)));
  }

  std::vector<PictureLine> complete() && {
    if (std::ranges::find(reached_, false) == reached_.end())
      return std::move(lines_);
    const ShortestChains chains(graph_);
    for (std::uint32_t box = 0; box < boxes_.count(); ++box) {
      if (reached_[box]) continue;
      connect(chains.to(graph_.selected(boxes_[box].members[0])), box);
      spread(box);
    }
    std::ranges::stable_sort(lines_, {}, [](const PictureLine& line) {
      return std::pair(line.from, line.to);
    });
    return std::move(lines_);
  }

 private:
  // A line from the last box on the chain that lines lead to already.
  void connect(const std::vector<NodeId>& chain, std::uint32_t box) {
    for (std::size_t i = chain.size(); i-- > 0;) {
      const std::uint32_t from = boxes_.of(graph_.module_of(chain[i]));
      if (from == DrawnBoxes::kNotDrawn || !reached_[from]) continue;
      PictureLine line;
      line.from = from;
      line.to = box;
      line.through_hidden = true;
      lines_.push_back(line);
      return;
    }
  }

  // Marks everything that lines from a box lead to.
  void spread(std::uint32_t start) {
    std::vector<std::uint32_t> waiting{start};
    while (!waiting.empty()) {
      const std::uint32_t box = waiting.back();
      waiting.pop_back();
      if (reached_[box]) continue;
      reached_[box] = true;
      waiting.insert(waiting.end(), next_[box].begin(), next_[box].end());
    }
  }

  const ModuleGraph& graph_;
  const DrawnBoxes& boxes_;
  std::vector<PictureLine> lines_;
  std::vector<std::vector<std::uint32_t>> next_;  // by box
  std::vector<bool> reached_;                     // by box
};

}  // namespace

std::vector<PictureLine> with_links_to_all(const ModuleGraph& graph,
                                           const DrawnBoxes& boxes,
                                           std::vector<PictureLine> lines) {
  return Ways(graph, boxes, std::move(lines)).complete();
}

}  // namespace modgraph
