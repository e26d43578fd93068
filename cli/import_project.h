#pragma once

// Reads the planned inputs and joins them into one Project.

#include <vector>

#include "cli/inputs.h"
#include "engine/base/result.h"
#include "engine/model/project.h"
#include "engine/report/report.h"

namespace modgraph {

struct ImportedProject {
  Project project;
  std::vector<InputDigest> inputs;  // in the order graph, mod, list
};

/// Fails with all errors of all inputs.
Result<ImportedProject> import_project(const InputPlan& plan);

}  // namespace modgraph
