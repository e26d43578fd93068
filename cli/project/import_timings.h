#pragma once

// How long a build took, beside everything else that was imported.

#include "cli/project/imported_project.h"
#include "cli/project/inputs.h"
#include "engine/base/result.h"

namespace modgraph {

/// Reads the timings that `plan` names into what was imported. Fails with the
/// errors of both.
void import_timings(const InputPlan& plan, Result<ImportedProject>& imported);

}  // namespace modgraph
