#pragma once

// Which module of the graph a word of the command line names. What names none
// is an error (kInput) with the nearest thing that does: another spelling, a
// path of which only the last elements were typed, the module of a package.
//
// Tested by tests/cli/project/find_module_test.cc.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// "path" is the selected version, "path@version" exactly that one. `go` and
/// `toolchain` can be named too. O(log vertices); a failure reads all paths.
Result<NodeId> find_module(const ModuleGraph& graph, std::string_view word);

/// The same; a path that is no module, but lies below one, is taken for one of
/// its packages: of several modules that of the longest path.
Result<NodeId> find_module_or_package(const ModuleGraph& graph,
                                      std::string_view word);

/// A module that can leave the build: no main module, neither `go` nor
/// `toolchain`, and named without a version.
Result<ModuleId> find_dependency(const ModuleGraph& graph,
                                 std::string_view word);

}  // namespace modgraph
