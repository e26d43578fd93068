#pragma once

// The default picture: what a reviewer should see of the selected graph.
//
// Small graphs are drawn completely. Of a larger one the picture tells what is
// in the build and what is wrong with it (build_cards.h), unless its longest
// chain is wanted: then it is reduced in this order until it is small enough:
// go and toolchain are hidden; only selected versions are drawn; requirements
// that a longer path implies have no line; only the main modules, the critical
// path, the modules of errors and warnings and the heaviest direct dependencies
// have a box; the modules of a cycle share one, then those of an organisation,
// then all others. What is hidden is counted in the picture.

#include <cstddef>
#include <string>

#include "engine/report/picture.h"
#include "engine/report/report.h"

namespace modgraph {

struct OverviewOptions {
  std::size_t max_boxes = 60;  // 0: everything is drawn
  std::size_t max_lines = 0;   // 0: two for each of max_boxes
  bool chain = false;          // the longest chain is what matters
  /// Direct dependencies are added for their weight up to this many boxes.
  std::size_t comfortable_boxes = 40;
};

/// O((V + E + boxes^2) * boxes / 64).
Picture overview(const Report& report, const OverviewOptions& options = {});

/// "example.com/app: 42 modules".
std::string overview_title(const Report& report);

}  // namespace modgraph
