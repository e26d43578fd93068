#pragma once

// `modgraph whatif --goal`: the smallest set of edits that reaches a goal.

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace modgraph {

ExitCode run_goal(const WhatifOptions& options, const GlobalOptions& global);

}  // namespace modgraph
