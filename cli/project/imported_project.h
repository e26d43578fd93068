#pragma once

// What the inputs of one build have become, and how much of them is read.

#include <memory>
#include <string>
#include <vector>

#include "cli/project/resolution.h"
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
  bool shared_packages = false;    // what two modules of the build both have
  bool as_go_list = false;         // resolve as `go list` does, not `go mod
                                   // graph`: without a vendor folder
  /// A build that does not resolve is no error: edits may mend it.
  bool even_without_build = false;
};
inline constexpr Wanted kGraphAlone{};
inline constexpr Wanted kEverything{true, true, true, true};

struct ImportedProject {
  Project project;
  std::vector<InputDigest> inputs;  // graph, work, mod, list, packages, ...
  std::vector<std::string> notes;   // to tell the user beside the answer
  std::string module_cache;         // GOMODCACHE; "": not known
  bool lacks_go_mods = false;       // go.mod files that the build needs
  /// Of partial_because the first ones: what the build itself lacks.
  std::size_t reasons_of_build = 0;
  /// What it was resolved from, to try edits on; its graph is in the project.
  /// Null for recorded text.
  std::unique_ptr<Resolution> resolution;
};

}  // namespace modgraph
