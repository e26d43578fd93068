#pragma once

// What a picture highlights: findings, cycles, the critical path and the
// requirements that raised a version.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"

namespace modgraph {

using ModuleEdge = Edge<ModuleId>;

/// A requirement that raised a version.
struct ForcedEdge {
  ModuleEdge edge;
  VersionChange change;
};

/// By module, or lists of edges in ascending order.
struct PictureMarks {
  std::vector<std::optional<Level>> level;  // errors and warnings only
  std::vector<std::vector<std::uint32_t>>
      findings;  // their places in the report
  std::vector<bool> in_cycle;
  std::vector<bool> on_critical_path;
  std::vector<ModuleEdge> critical;  // an unbroken chain
  std::vector<ModuleEdge> closing;   // without them there is no cycle
  std::vector<ForcedEdge> forced;
  /// Modules of errors and warnings and of their witnesses, the most severe
  /// first, in report order.
  std::vector<ModuleId> found;
};

/// `graph` has the requirements that may be drawn. O(V + E) and the length of
/// the findings.
PictureMarks marks_of(const Report& report, const Digraph<ModuleId>& graph);

/// Without the longest chain.
void forget_chain(PictureMarks& marks);

/// Lists in a picture, whose boxes have places in the report, the errors and
/// warnings of its boxes; numbers boxes by that list.
void list_findings(const Report& report, Picture& picture);

}  // namespace modgraph
