#pragma once

// The go.mod of a dependency, as far as resolving needs it.

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/resolve/module_source.h"

namespace modgraph {

/// What parse_go_mod_lax() finds, without positions. O(length).
Result<ModuleSummary> summarize_go_mod(std::string_view file_name,
                                       std::string text);

}  // namespace modgraph
