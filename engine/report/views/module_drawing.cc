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
#include "engine/report/views/overview_clusters.h"
#include "engine/report/views/overview_lines.h"
#include "engine/report/views/overview_marks.h"
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
        marks_(marks_of(report, graph)) {
    if (!options.chain) forget_chain(marks_);
  }

  ModuleDrawing draw() const {
    DrawnPart drawn = choose();
    const BoxMaker maker(report_, marks_);
    Picture picture;
    for (std::uint32_t i = 0; i < drawn.boxes.count(); ++i)
      picture.boxes.push_back(maker.box(drawn.boxes[i]));
    picture.lines = std::move(drawn.lines);
    list_findings(report_, picture);
    return {std::move(picture), std::move(drawn.boxes)};
  }

 private:
  DrawnPart choose() const {
    const std::size_t most = options_.limits.max_boxes;
    if (most == 0) return whole_or_reduced(boxes(Clustering::kNone, kNoLimit));
    DrawnPart drawn = whole_or_reduced(boxes(first_clustering(), most));
    if (options_.collapse == Collapse::kAsNeeded) {
      Clustering clustering = Clustering::kNone;
      drawn = whole_or_reduced(boxes(clustering, kNoLimit));
      for (const Clustering next :
           {Clustering::kCycles, Clustering::kOrganisations}) {
        if (fits(drawn)) return drawn;
        clustering = next;
        drawn = whole_or_reduced(boxes(
            clustering, next == Clustering::kOrganisations ? most : kNoLimit));
      }
    }
    for (std::size_t fewer = most * 3 / 4; !fits(drawn) && fewer > 1;
         fewer = fewer * 3 / 4)
      drawn = whole_or_reduced(boxes(first_clustering(), fewer));
    return drawn;
  }

  Clustering first_clustering() const {
    switch (options_.collapse) {
      case Collapse::kAsNeeded:
        return Clustering::kOrganisations;
      case Collapse::kOrganisation:
        return Clustering::kAllOrganisations;
      case Collapse::kRepository:
        return Clustering::kRepositories;
      case Collapse::kCycle:
        return Clustering::kCycles;
    }
    return Clustering::kNone;
  }

  DrawnBoxes boxes(Clustering clustering, std::size_t most) const {
    if (options_.limits.max_boxes == 0 &&
        options_.collapse != Collapse::kAsNeeded)
      clustering = first_clustering();
    return boxes_for(report_, components_, marks_, modules_, clustering, most);
  }

  DrawnPart whole_or_reduced(DrawnBoxes boxes) const {
    std::vector<PictureLine> lines =
        every_line(graph_, components_, boxes, marks_);
    const bool too_many = options_.limits.max_boxes != 0 &&
                          lines.size() > options_.limits.max_lines;
    const std::uint64_t bits =
        std::uint64_t{boxes.count()} *
        (std::uint64_t{boxes.count()} + components_.count());
    if ((too_many || options_.reduce) && bits <= kReachBits)
      lines = reduced_lines(graph_, components_, boxes, marks_);
    if (options_.lead_to_all)
      lines = with_links_to_all(report_.graph, boxes, std::move(lines));
    return {std::move(boxes), std::move(lines)};
  }

  bool fits(const DrawnPart& drawn) const {
    return drawn.boxes.count() <= options_.limits.max_boxes &&
           drawn.lines.size() <= options_.limits.max_lines;
  }

  const Report& report_;
  const Digraph<ModuleId>& graph_;
  const std::vector<ModuleId>& modules_;
  const DrawingOptions& options_;
  Components<ModuleId> components_;
  PictureMarks marks_;
};

}  // namespace

ModuleDrawing draw_modules(const Report& report, const Digraph<ModuleId>& graph,
                           const std::vector<ModuleId>& modules,
                           const DrawingOptions& options) {
  return Drawing(report, graph, modules, options).draw();
}

}  // namespace modgraph
