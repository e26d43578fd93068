#pragma once

// What can be wrong with main modules before anything else is read.

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"
#include "engine/resolve/replacements.h"

namespace modgraph {

/// The contradictions that the go command refuses: a module path twice in a
/// workspace, a member that is replaced or that needs a newer Go than go.work
/// states, replacements that contradict each other.
Errors check_main_modules(const MainModules& mains,
                          const Replacements& replacements);

/// Go lines and default godebug settings of go.mod and go.work files that are
/// newer than `go_version`.
Errors newer_go_lines(const MainModules& mains, std::string_view go_version);

/// Whether the go command would rewrite a go.mod that is consistent otherwise,
/// and therefore refuses it with -mod=readonly: an excluded requirement, a path
/// at two versions, or a toolchain line that says nothing.
bool would_be_rewritten(const Manifest& manifest);

/// Whether it has a toolchain line that adds nothing to its go line.
bool has_empty_toolchain_line(const Manifest& manifest);

}  // namespace modgraph
