#pragma once

// Which requirements of a main module's go.mod are below the selected version?

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// A line of a go.mod that requires a lower version than the build has.
struct LineBelowSelected {
  std::size_t manifest = 0;  // index of its go.mod
  Requirement requirement;   // the line, with its place
  NodeId main{};             // the main module of that go.mod
  NodeId selected{};         // what the build has
  /// What requires the selected version, that main module aside; by printed
  /// name, bytewise ascending.
  std::vector<NodeId> selected_by;
  /// A shortest chain from a main module to the selected version that does not
  /// use a requirement of `main` itself for it. Empty when there is none, and
  /// when too many chains would have to be searched one by one.
  std::vector<NodeId> chain;
};

/// All of them in the order of the lines. Left out are `// indirect` lines;
/// lines that a go.mod excludes; versions that are queries (v1.2, master) and
/// say nothing by themselves; modules that the build takes from the workspace;
/// and lower duplicates of another line of the same file.
/// O(V + E + lines log lines).
std::vector<LineBelowSelected> lines_below_selected(
    const ModuleGraph& graph, std::span<const Manifest> manifests);

}  // namespace modgraph
