#pragma once

// Package data as an input: --packages FILE.

#include "cli/options.h"
#include "cli/project/import_project.h"
#include "cli/project/inputs.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

void add_packages_flag(CLI::App& command, InputOptions& inputs);

/// Reads the package data that the plan names, if any, into the project.
Result<void> read_packages(const InputPlan& plan, ImportedProject& out);

}  // namespace modgraph
