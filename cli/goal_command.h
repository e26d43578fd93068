#pragma once

// `modgraph whatif --goal`: the smallest set of edits that reaches a goal.

#include "cli/exit_code.h"
#include "cli/options.h"

namespace modgraph {

ExitCode run_goal(const WhatifOptions& options, const GlobalOptions& global);

}  // namespace modgraph
