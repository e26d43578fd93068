#pragma once

// What go.mod files state, where the requirement graph has what the go command
// made of it: the lines of main modules as they are written, and what go.mod
// files require that pruning left out.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/model/project.h"

namespace modgraph {

/// A stated requirement of a version that the graph does not have.
struct AbsentRequirement {
  ModuleId to{};
  std::string_view version;
};

class StatedRequirements {
 public:
  /// The project must outlive it. O(E of main modules + pruned-out
  /// requirements), and logarithms.
  explicit StatedRequirements(const Project& project);

  /// Of versions that the graph has.
  std::span<const NodeId> of(NodeId from) const;
  /// Of others.
  std::span<const AbsentRequirement> absent(NodeId from) const;

 private:
  struct Row {
    std::vector<NodeId> required;
    std::vector<AbsentRequirement> absent;
  };

  void take_lines(const Manifest& manifest, const Exclusions& excluded);
  void take_pruned();
  void add(Row& row, std::string_view path, std::string_view version);

  const Project& project_;
  std::map<NodeId, Row> rows_;  // that differ from those of the graph
  std::vector<char> has_row_;   // by node
};

}  // namespace modgraph
