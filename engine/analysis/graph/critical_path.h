#pragma once

// What is the longest chain of dependencies, and how much slack has each
// module?

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/base/flat_lists.h"
#include "engine/model/digraph.h"

namespace modgraph {

/// A heaviest walk from a main module through the condensed selected graph,
/// where a component weighs all its members.
struct CriticalPath {
  static constexpr std::uint64_t kUnreached =
      std::numeric_limits<std::uint64_t>::max();

  /// Total weight of `path`, the main module included.
  std::uint64_t length = 0;
  /// Components in order from the main module; members ascending by path. Ties
  /// go to the bytewise smallest next component, by its smallest member; the
  /// walk ends where nothing more adds weight.
  FlatLists<ModuleId> path;
  /// By module: `length` minus the heaviest walk from a main module through
  /// its component; kUnreached when no main module reaches it.
  std::vector<std::uint64_t> slack;
};

/// `weights` by module; their sum fits 64 bits. O(V + E), iterative.
CriticalPath critical_path(const Digraph<ModuleId>& selected,
                           const Components<ModuleId>& components,
                           std::span<const ModuleId> mains,
                           std::span<const std::uint64_t> weights);

}  // namespace modgraph
