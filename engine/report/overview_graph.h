#pragma once

// The graph behind a picture: modules or whole cycles as vertices, and the
// requirements that are worth a line.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/report/report.h"

namespace modgraph {

/// Requirements of the selected graph for drawing: those that a main module
/// lists as `// indirect` only where nothing else leads to their target. A
/// pruned go.mod lists everything, which would make every picture a star.
Digraph<ModuleId> drawable_requirements(const Report& report);

/// Modules grouped into the boxes of a picture.
struct Groups {
  std::vector<std::uint32_t> of;               // by module
  std::vector<std::vector<ModuleId>> members;  // by group, ascending
};

/// Components of at least `collapse_from` modules become one group, every other
/// module its own; 0: none do. Groups are numbered by their first module.
Groups group_cycles(const Digraph<ModuleId>& graph, std::size_t collapse_from);

/// The lines between chosen groups: `chosen` and the answer are group numbers.
/// A line is left out when a longer chain of chosen groups implies it, unless
/// `keep` says otherwise or both ends are on one cycle. Ascending.
/// O(chosen * lines between them).
std::vector<Edge<std::uint32_t>> reduced_lines(
    const Digraph<ModuleId>& graph, const Groups& groups,
    std::span<const std::uint32_t> chosen,
    std::span<const Edge<std::uint32_t>> keep);

}  // namespace modgraph
