#pragma once

// `modgraph whatif`: what would an edit of go.mod change?

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace modgraph {

ExitCode run_whatif(const WhatifOptions& options, const GlobalOptions& global);

}  // namespace modgraph
