#pragma once

// A go.mod or go.work as JSON: the bytes of `go mod edit -json` and
// `go work edit -json`.

#include <string>

#include "engine/model/manifest.h"

namespace modgraph {

/// Indented with tabs, with a last newline; keys and their order as the go
/// command's. It prints a file as its own edits would leave it: of several
/// exclusions, tools or ignored folders that are equal, the first stands; of
/// several replacements of one module version, the last; lines about the empty
/// path are gone. O(n log n).
std::string go_mod_json(const Manifest& manifest);

}  // namespace modgraph
