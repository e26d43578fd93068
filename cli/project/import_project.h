#pragma once

// Reads the planned inputs and joins them into one Project.

#include <memory>
#include <string>
#include <vector>

#include "cli/project/inputs.h"
#include "cli/project/resolve_project.h"
#include "engine/base/result.h"
#include "engine/model/project.h"
#include "engine/report/report.h"

namespace modgraph {

struct ImportedProject {
  Project project;
  std::vector<InputDigest> inputs;  // graph, work, mod, list, packages, ...
  std::vector<std::string> notes;   // to tell the user beside the answer
  std::string module_cache;         // GOMODCACHE; "": not known
  /// What it was resolved from, to try edits on; its graph is in the project.
  /// Null for recorded text.
  std::unique_ptr<Resolution> resolution;
};

/// Fails with all errors of all inputs. `resolve` says how a folder is resolved
/// in process, over what resolutions before have read with the same options.
Result<ImportedProject> import_project(
    const InputPlan& plan, const ResolveOptions& resolve = {},
    std::shared_ptr<SharedModules> shared = nullptr);

}  // namespace modgraph
