#pragma once

// How to get a report again.

#include <string>

#include "engine/report/report.h"

namespace modgraph {

/// "modgraph analyze services/api": the command line that names the same inputs,
/// as far as the report knows them. For a POSIX shell.
std::string analyze_command(const Report& report);

}  // namespace modgraph
