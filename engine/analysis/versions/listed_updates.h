#pragma once

// What does `go list -m -u -json` say against the versions of the build:
// retracted, deprecated, outdated?

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/module_graph.h"
#include "engine/model/module_info.h"

namespace modgraph {

/// A row of the list that is about a selected version.
struct ListedFact {
  NodeId node{};
  std::size_t row = 0;  // its index in the list
};

/// Each ascending by path, every module once (by its first row).
struct ListedUpdates {
  /// The version that is selected was taken back by its authors; not where
  /// something else is built in its place.
  std::vector<ListedFact> retracted;
  /// The authors advise against the module in any version.
  std::vector<ListedFact> deprecated;
  /// There is a newer version; not where something else is built in its place.
  std::vector<ListedFact> outdated;

  bool empty() const {
    return retracted.empty() && deprecated.empty() && outdated.empty();
  }
};

/// Rows of other versions than the graph selects, of unknown modules and of
/// main modules say nothing about this build and are left out. O(rows log V).
ListedUpdates listed_updates(const ModuleGraph& graph,
                             std::span<const ModuleInfo> list);

}  // namespace modgraph
