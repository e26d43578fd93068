#pragma once

// The answer to "which requirements have to go so that a module leaves?", in
// names, for exporters.

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

struct CutRequirement {
  std::string from;  // a selected version, or a main module
  std::string to;    // as it is asked for
  bool ours = false;
  std::optional<Location> line;  // of ours
};

struct CutAnswer {
  std::string module;    // "path@version"
  bool reached = false;  // some requirement of the selected graph holds it
  std::vector<CutRequirement> smallest;
  std::vector<CutRequirement> own;  // the smallest set of lines of ours
  /// Versions that were not selected and ask for some version of it: while they
  /// stay in the graph, so does the module.
  std::vector<std::string> unselected_requirers;
};

/// `target` is no main module. Nothing when too many requirements lead to it
/// (CutOptions::max_requirements).
std::optional<CutAnswer> cut_answer(const Project& project,
                                    const Analysis& analysis, ModuleId target);

}  // namespace modgraph
