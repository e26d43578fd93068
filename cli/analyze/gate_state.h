#pragma once

// What one state of a repository lets pass: the settings and the baseline that
// it has, read from the folder on the disk or from a commit.

#include <string>

#include "cli/analyze/analyze_options.h"
#include "cli/project/inputs.h"
#include "cli/project/settings.h"
#include "engine/base/result.h"
#include "engine/findings/gate.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

/// Where a state is.
struct GatePlace {
  const FileTree* tree = &disk();
  std::string folder;  // absolute: where the search goes upward from
  std::string root;    // absolute: and where it ends
  std::string name;    // how errors call it, "main"; "" for the disk
};

struct GateState {
  GatePlace place;
  Settings settings;
  std::string settings_folder;  // absolute: where their patterns begin
  Baseline baseline;
  std::string baseline_sha256;  // "": there is no baseline
};

/// Of the folder that a plan resolves, or runs in.
GatePlace place_of(const InputPlan& plan);

/// Without settings and baseline.
GateState empty_gate_state(const GatePlace& place);

/// What a commit has: the settings of the nearest .modgraph.yaml, or of the
/// file `named`, and a baseline. Fails (kUsage) as read_settings() does.
Result<GateState> gate_state_in(const GatePlace& place,
                                const std::string& named,
                                const std::string& baseline);

/// The same of the disk, where the settings were read.
Result<GateState> gate_state_here(const GatePlace& place, Settings settings,
                                  const std::string& baseline);

/// The baseline's file: the one that --baseline names, else the settings, else the nearest one
/// upward; where there is none, beside the settings, or in the root. Fails
/// (kUsage) where settings of a repository name what is not theirs.
Result<std::string> baseline_path(const GateState& state,
                                  const std::string& named);

/// The gate of a state, for a project whose files are named relative to
/// `path_base`. Comments are those of the project.
Gate gate_of(const AnalyzeOptions& options, const GateState& state,
             const Project& project, const std::string& path_base);

/// That of the folder of a plan, with its settings. Fails as
/// gate_state_here() does.
Result<Gate> gate_here(const AnalyzeOptions& options, const InputPlan& plan,
                       const Project& project);

/// The day that --today says, else the one in UTC.
std::string today_of(const AnalyzeOptions& options);

}  // namespace modgraph
