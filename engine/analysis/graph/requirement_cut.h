#pragma once

// Which requirements have to go so that a module leaves?

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// Requirements of the selected graph, ascending. Both lists are empty when no
/// main module reaches the module.
struct RequirementCut {
  /// A smallest set without which no main module reaches it: of several the one
  /// nearest to the main modules. No other has more requirements of theirs.
  std::vector<Edge<ModuleId>> smallest;
  /// The only smallest set of requirements of main modules that does it.
  std::vector<Edge<ModuleId>> own;
};

struct CutOptions {
  /// Requirements that lie on a way to the module; above: no answer. A million
  /// take about a second and 200 MB.
  std::size_t max_requirements = 1'000'000;
};

/// `target` is not one of the main modules. The requirement of one main module
/// by another cannot go: both are built anyway. What this says is about the
/// requirements of selected versions; after an edit others may be selected.
/// None above the limit. O(V + E) and a maximum flow.
std::optional<RequirementCut> requirement_cut(const Digraph<ModuleId>& selected,
                                              std::span<const ModuleId> mains,
                                              ModuleId target,
                                              const CutOptions& options = {});

}  // namespace modgraph
