#pragma once

// Why is this module here, and why at this version?

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/ways.h"
#include "engine/model/module_graph.h"
#include "engine/model/project.h"

namespace modgraph {

/// What would be selected if the requirement of one module version were not
/// there.
struct WithoutDecider {
  NodeId decider{};
  /// None: the module would leave the build. It need not be in the graph: what
  /// a go.mod line requires was perhaps never loaded.
  std::optional<std::string> selected;
  /// The answer is at least this: a version takes part whose go.mod was not
  /// loaded, so that what it requires is not known.
  bool is_bound = false;
};

/// A line of a main module's go.mod that requires the module.
struct OwnLine {
  std::size_t manifest = 0;  // index of the go.mod
  std::size_t line = 0;      // index of the requirement
  NodeId main{};
  /// It requires less than is selected.
  bool is_below = false;
};

struct Why {
  ModuleId module{};
  NodeId version{};  // the one that was asked about; else the selected one
  std::optional<ModuleVersion> replaced_by;  // version "" is a folder
  std::vector<OwnLine> own;                  // in the order of the files
  ModuleWays ways;
  /// Which module versions require exactly this version, by printed name:
  /// those whose go.mod was loaded, and of selected ones what was read of
  /// pruned-out files.
  std::vector<NodeId> requirers;
  /// Of the selected version: those of the requirers that decide. A go.mod of
  /// ours whose line is lower does not, though the go command would raise it;
  /// nor does its own `// indirect` line while others require the same.
  /// Empty: nothing known does.
  std::vector<NodeId> decided_by;
  /// One for each of them: that requirement removed, and own `// indirect`
  /// lines that only repeat it, the versions selected again over what is
  /// recorded and still reached.
  std::vector<WithoutDecider> without;
  /// Own `// indirect` lines repeat the selected version.
  bool own_lines_repeat = false;
  /// The next lower version that is required.
  std::optional<NodeId> runner_up;
  std::vector<NodeId> runner_up_requirers;
};

/// What replaces a module version; a selected one as it was resolved.
std::optional<ModuleVersion> replacement_in(const Project& project,
                                            NodeId node);

/// O(V + E).
Why why(const Project& project, NodeId version);

}  // namespace modgraph
