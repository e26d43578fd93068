#pragma once

// The identity of a finding, for baselines: what it is about, without places
// and versions.

#include <string>
#include <string_view>

#include "engine/findings/finding.h"

namespace modgraph {

/// 32 hexadecimal digits over rule, main module and sorted subject paths.
std::string fingerprint(const Finding& finding, std::string_view main_module);

}  // namespace modgraph
