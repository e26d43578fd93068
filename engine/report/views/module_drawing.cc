// Which boxes and lines show these modules within the limits?
//
// The order of reduction: first, lines that a longer path implies are left out;
// then the modules of a cycle share a box, then those of an organisation, then
// the least important ones. If there are still too many lines, fewer boxes are
// tried.
// Source: none; the reduction of lines is that of overview_lines.cc.
// Cost: that of overview_lines.cc, for each step.
// Tested by tests/engine/report/views/graph_view_test.cc.

#include "engine/report/views/module_drawing.h"

#include <utility>

#include "engine/analysis/graph/components.h"
#include "engine/report/views/overview_choice.h"
#include "engine/report/views/overview_lines.h"
#include "engine/report/views/overview_signs.h"
#include "engine/report/views/picture_box.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {
namespace {

struct DrawnPart {
  DrawnBoxes boxes;
  std::vector<PictureLine> lines;
};

class Drawing {
 public:
  Drawing(const Report& report, const Digraph<ModuleId>& graph,
          const std::vector<ModuleId>& modules, const DrawingOptions& options)
      : report_(report),
        graph_(graph),
        modules_(modules),
        options_(options),
        components_(strongly_connected_components(graph)),
        signs_(signs_of(report, graph)) {}

  ModuleDrawing draw() const {
    DrawnPart draft = choose();
    const BoxMaker maker(report_, signs_);
    Picture picture;
    for (std::uint32_t i = 0; i < draft.boxes.count(); ++i)
      picture.boxes.push_back(maker.box(draft.boxes[i]));
    picture.lines = std::move(draft.lines);
    return {std::move(picture), std::move(draft.boxes)};
  }

 private:
  DrawnPart choose() const {
    const std::size_t most = options_.limits.max_boxes;
    if (most == 0) return whole_or_reduced(boxes(Folding::kNone, kNoLimit));
    DrawnPart draft = whole_or_reduced(boxes(first_folding(), most));
    if (options_.collapse == Collapse::kAsNeeded) {
      Folding folding = Folding::kNone;
      draft = whole_or_reduced(boxes(folding, kNoLimit));
      for (const Folding next : {Folding::kCycles, Folding::kOrganisations}) {
        if (fits(draft)) return draft;
        folding = next;
        draft = whole_or_reduced(
            boxes(folding, next == Folding::kOrganisations ? most : kNoLimit));
      }
    }
    for (std::size_t fewer = most * 3 / 4; !fits(draft) && fewer > 1;
         fewer = fewer * 3 / 4)
      draft = whole_or_reduced(boxes(first_folding(), fewer));
    return draft;
  }

  Folding first_folding() const {
    switch (options_.collapse) {
      case Collapse::kAsNeeded:
        return Folding::kOrganisations;
      case Collapse::kOrganisation:
        return Folding::kAllOrganisations;
      case Collapse::kRepository:
        return Folding::kRepositories;
      case Collapse::kCycle:
        return Folding::kCycles;
    }
    return Folding::kNone;
  }

  DrawnBoxes boxes(Folding folding, std::size_t most) const {
    if (options_.limits.max_boxes == 0 &&
        options_.collapse != Collapse::kAsNeeded)
      folding = first_folding();
    return boxes_for(report_, components_, signs_, modules_, folding, most);
  }

  DrawnPart whole_or_reduced(DrawnBoxes boxes) const {
    std::vector<PictureLine> lines =
        every_line(graph_, components_, boxes, signs_);
    const bool too_many = options_.limits.max_boxes != 0 &&
                          lines.size() > options_.limits.max_lines;
    const std::uint64_t bits =
        std::uint64_t{boxes.count()} *
        (std::uint64_t{boxes.count()} + components_.count());
    if ((too_many || options_.reduce) && bits <= kReachBits)
      lines = reduced_lines(graph_, components_, boxes, signs_);
    if (options_.lead_to_all)
      lines = with_ways_to_all(report_.graph, boxes, std::move(lines));
    return {std::move(boxes), std::move(lines)};
  }

  bool fits(const DrawnPart& draft) const {
    return draft.boxes.count() <= options_.limits.max_boxes &&
           draft.lines.size() <= options_.limits.max_lines;
  }

  const Report& report_;
  const Digraph<ModuleId>& graph_;
  const std::vector<ModuleId>& modules_;
  const DrawingOptions& options_;
  Components<ModuleId> components_;
  Signs signs_;
};

}  // namespace

ModuleDrawing draw_modules(const Report& report, const Digraph<ModuleId>& graph,
                           const std::vector<ModuleId>& modules,
                           const DrawingOptions& options) {
  return Drawing(report, graph, modules, options).draw();
}

}  // namespace modgraph
