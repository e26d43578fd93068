#pragma once

// Which files make up the input: named on the command line, by a folder's
// .modgraph.yaml, or asked of the go command.

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/project/settings.h"
#include "engine/base/result.h"

namespace modgraph {

/// The files to read. Empty paths: not given. "-" is standard input.
struct InputPlan {
  std::string graph;
  std::vector<std::string> mods;
  std::string list;
  std::string timings;
  std::string packages;  // names no build: beside one of the others
  /// A folder in which to ask the go command for what is not named.
  std::optional<std::string> ask_go_in;
  /// A folder whose module or workspace is resolved in process: nothing was
  /// named, or a module list that adds to it.
  std::optional<std::string> resolve_in;
  /// Files in answers are named relative to this folder.
  std::string path_base;
  /// The folder of the repository: what is in there is ours.
  std::string repository;
  Settings settings;
};

/// A module list that is named alone, or beside a folder, adds facts to the
/// module of that folder (of this one, where none is named), if it has one.
/// Flags win over positional arguments, and both over the settings of the
/// folder. Fails when nothing names an input, or one is named twice.
Result<InputPlan> plan_inputs(const InputOptions& options,
                              const GlobalOptions& global);

}  // namespace modgraph
