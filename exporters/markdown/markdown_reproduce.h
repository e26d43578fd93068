#pragma once

// How to get a report again.

#include <string>

#include "engine/report/report.h"

namespace modgraph {

/// "Again: `modgraph analyze services/api` (modgraph 1.0)": the command line
/// that names the same inputs, as far as they tell. Ends with a newline.
std::string reproduce_line(const Report& report);

}  // namespace modgraph
