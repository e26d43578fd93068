#pragma once

// Package data as an input: --packages FILE.

#include "cli/project/imported_project.h"
#include "cli/project/inputs.h"

namespace modgraph {

/// Reads the package data that the plan names, if any, into the project.
Result<void> read_packages(const InputPlan& plan, ImportedProject& out);

}  // namespace modgraph
