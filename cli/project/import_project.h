#pragma once

// Reads the planned inputs and joins them into one Project.

#include <memory>
#include <string>
#include <vector>

#include "cli/project/imported_project.h"
#include "cli/project/inputs.h"
#include "engine/base/result.h"

namespace modgraph {

/// Fails with all errors of all inputs. `resolve` says how a folder is resolved
/// in process, over what resolutions before have read with the same options.
/// `tree`: where the folder is; it must outlive the project.
Result<ImportedProject> import_project(
    const InputPlan& plan, const ResolveOptions& resolve, Wanted wanted,
    std::shared_ptr<SharedModules> shared = nullptr,
    const FileTree& tree = disk());

}  // namespace modgraph
