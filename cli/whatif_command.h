#pragma once

// `modgraph whatif`: what would an edit of go.mod change?

#include "cli/exit_code.h"
#include "cli/options.h"

namespace modgraph {

ExitCode run_whatif(const WhatifOptions& options, const GlobalOptions& global);

}  // namespace modgraph
