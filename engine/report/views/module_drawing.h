#pragma once

// A chosen set of modules as a picture, folded as far as limits ask for.

#include <cstdint>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// Which modules share a box, main modules aside.
enum class Collapse : std::uint8_t {
  kAsNeeded,      // cycles first, then organisations, when there is no room
  kOrganisation,  // those of one organisation
  kRepository,    // those whose paths name one repository
  kCycle,         // those that require each other
};

struct DrawingOptions {
  ViewLimits limits = {};
  Collapse collapse = Collapse::kAsNeeded;
  bool reduce = false;  // no line for what longer ways imply, at any size
  /// Lines to what only versions that are not selected lead to.
  bool lead_to_all = false;
};

/// Box i of the picture stands for boxes[i]. What has no room is in one last
/// box; the picture has no title yet.
struct ModuleDrawing {
  Picture picture;
  DrawnBoxes boxes;
};

/// `modules` are those to draw, the most important first; `graph` has the
/// requirements between them, and no others.
/// O((V + E + boxes^2) * boxes / 64).
ModuleDrawing draw_modules(const Report& report, const Digraph<ModuleId>& graph,
                           const std::vector<ModuleId>& modules,
                           const DrawingOptions& options);

}  // namespace modgraph
