#pragma once

// A given set of modules as a picture, collapsed as far as the limits require.

#include <cstdint>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// Which modules share a box; main modules never do.
enum class Collapse : std::uint8_t {
  kAsNeeded,      // cycles first, then organisations, if there is no room
  kOrganisation,  // those of one organisation
  kRepository,    // those of one repository, by their paths
  kCycle,         // those that require each other
};

struct DrawingOptions {
  ViewLimits limits = {};
  Collapse collapse = Collapse::kAsNeeded;
  bool chain = false;   // marks the longest chain
  bool reduce = false;  // no line that a longer path implies, at any size
  /// Lines to modules that only unselected versions lead to.
  bool lead_to_all = false;
};

/// Box i of the picture shows boxes[i]. What has no room shares the last box;
/// the picture has no title yet.
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
