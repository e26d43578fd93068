#pragma once

// Which modules have a box in a picture, and which share one.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/overview_marks.h"

namespace modgraph {

/// Every module of the build as a box of its own, main modules first.
DrawnBoxes every_module(const Report& report);

/// Modules that deserve a box, the most important first: main modules, the
/// critical path, the modules of errors and warnings. Each once.
std::vector<ModuleId> wanted_modules(const Report& report,
                                     const PictureMarks& marks);

/// Dependencies of the main modules by what only they bring in, the heaviest
/// first; those that bring in nothing else are left out.
std::vector<ModuleId> heavy_modules(const Report& report,
                                    const Digraph<ModuleId>& graph);

/// Which modules share a box, in the order of reduction. Main modules never do.
enum class Clustering : std::uint8_t {
  kNone,
  kLargeCycles,    // those of a component of eight or more
  kCycles,         // those of any cyclic component
  kOrganisations,  // also those of one organisation, except on the critical
                   // path and of errors
  // As the user chose, whatever is found in them:
  kAllOrganisations,
  kRepositories,
};

/// Boxes for the wanted modules. If there are still more than `most`, the least
/// important share one. O(wanted * log(wanted)).
DrawnBoxes boxes_for(const Report& report,
                     const Components<ModuleId>& components,
                     const PictureMarks& marks,
                     const std::vector<ModuleId>& wanted, Clustering clustering,
                     std::size_t most);

}  // namespace modgraph
