#pragma once

// "Which requirements run in a circle?" as a document.
// Tested by tests/engine/report/answers/cycles_test.cc.

#include <cstdint>
#include <functional>
#include <optional>

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kCyclesShape;

struct CyclesQuestion {
  std::uint64_t enumerate = 0;  // at most this many cycles of each component
  /// The line of a requirement; nothing where its go.mod is not in the module
  /// cache.
  std::function<std::optional<Location>(const Edge<NodeId>&)> find_line;
};

/// The cyclic components by class, the strictest first. O(what analysis found),
/// and the enumeration where it is asked for.
Document cycles_document(const Project& project, const Analysis& analysis,
                         const CyclesQuestion& question = {});

}  // namespace modgraph
