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

/// What is read besides the graph. Everything costs: tekton's build has 1,534
/// go.mod files, and twice as many files are looked at for what only vendor
/// candidates need.
struct Wanted {
  bool metadata = false;           // publish times, sizes, what no proxy has
  bool deep_requirements = false;  // of selected modules that pruning left out
  bool folder = false;             // go.sum, vendor/, commands of the folder
  bool as_go_list = false;         // resolve as `go list` does, not `go mod
                                   // graph`: without a vendor folder
};
inline constexpr Wanted kGraphAlone{};
inline constexpr Wanted kEverything{true, true, true};

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
    const InputPlan& plan, const ResolveOptions& resolve, Wanted wanted,
    std::shared_ptr<SharedModules> shared = nullptr);

}  // namespace modgraph
