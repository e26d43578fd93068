#pragma once

// The default picture: what a reviewer should see of the selected graph.
//
// Small graphs are drawn whole. Of large ones, in this order: go and toolchain
// are hidden, selected versions only, a requirement that a longer chain implies
// is left out, modules with errors and warnings stay with a chain that leads to
// them, large cycles become one box, and of the rest the modules stay that
// bring in most. What is hidden is counted in the picture.

#include <cstddef>

#include "engine/report/picture.h"
#include "engine/report/report.h"

namespace modgraph {

struct OverviewOptions {
  std::size_t max_boxes = 60;   // 0: everything is drawn
  std::size_t max_lines = 120;  // for plain lines; those that say more stay
};

/// O(V + E), and O(boxes * lines) for the requirements left out.
Picture overview(const Report& report, const OverviewOptions& options = {});

}  // namespace modgraph
