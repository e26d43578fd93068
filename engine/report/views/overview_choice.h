#pragma once

// Which modules a picture has room for.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/overview_signs.h"

namespace modgraph {

/// Every module of the build as a box of its own, main modules first.
DrawnBoxes every_module(const Report& report);

/// What is worth a box, the most important first: main modules, the critical
/// path, what errors and warnings speak of. Each once.
std::vector<ModuleId> wanted_modules(const Report& report, const Signs& signs);

/// Dependencies of the main modules by what they alone bring in, the heaviest
/// first; those that bring nothing but themselves are left out.
std::vector<ModuleId> heavy_modules(const Report& report,
                                    const Digraph<ModuleId>& graph);

/// Which modules share a box, main modules aside: a few at first.
enum class Folding : std::uint8_t {
  kNone,
  kLargeCycles,    // those of a cycle of eight and more
  kCycles,         // those of any cycle
  kOrganisations,  // also those of one organisation, but for the critical path
                   // and errors
  // As somebody asked for, whatever is found in them:
  kAllOrganisations,
  kRepositories,
};

/// Boxes for the wanted modules. If they are still more than `most`, the least
/// important share one with each other. O(wanted * log(wanted)).
DrawnBoxes boxes_for(const Report& report,
                     const Components<ModuleId>& components, const Signs& signs,
                     const std::vector<ModuleId>& wanted, Folding folding,
                     std::size_t most);

}  // namespace modgraph
