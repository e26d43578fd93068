#pragma once

// A part of the graph, as the user chose it: around a module, up to some steps
// away, collapsed, reduced, or with all versions.

#include <cstdint>
#include <optional>

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/module_drawing.h"
#include "engine/report/views/neighbourhood.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

struct GraphViewOptions {
  ViewLimits limits = {};
  /// Around this version; none: from the main modules on.
  std::optional<NodeId> focus = {};
  std::uint32_t depth = kAnyDepth;  // steps from there
  Direction direction = Direction::kDependencies;
  bool chain = false;  // marks the longest chain
  Collapse collapse = Collapse::kAsNeeded;
  bool reduce = false;        // no line that a longer path implies
  bool all_versions = false;  // boxes are module versions; the two above do not
                              // count then
};

/// Without any option it is the overview. O(V + E) with all versions, else
/// as draw_modules().
Picture graph_view(const Report& report, const GraphViewOptions& options = {});

}  // namespace modgraph
