#pragma once

// By which requirements does a module come into the build?
//
// Idea: one breadth-first search from all main modules over what is needed: the
// selected graph, in which `// indirect` lines of main modules count only where
// nothing else leads to their target. Whoever looks at such a chain wants to
// see what brings a module, and a pruned go.mod lists them all.
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/findings/findings.h"

namespace modgraph {

class BringingChains {
 public:
  /// O(V + E), and O(log n) for each line of a go.mod. `evidence` must outlive
  /// it.
  explicit BringingChains(const Evidence& evidence);

  /// Who needs whom.
  const Digraph<ModuleId>& needed() const { return needed_; }

  /// A shortest chain of selected versions from a main module; where only
  /// versions that are not selected lead there, one of those. O(its length).
  std::vector<NodeId> to(ModuleId module) const;

  /// A shortest chain whose last requirement is of the very version that is
  /// selected. O(its length + requirers of that version).
  std::vector<NodeId> to_version(ModuleId module) const;

  /// The line of a go.mod that brings a module by such a chain: a direct
  /// requirement of it, else the first step, else a line that lists it.
  std::optional<Location> line_of(ModuleId module,
                                  const std::vector<NodeId>& chain) const;

 private:
  bool needs(ModuleId main, ModuleId module) const;

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  Digraph<ModuleId> needed_;
  std::vector<ModuleId> parent_;    // by module; a main module is its own
  std::vector<std::uint32_t> far_;  // requirements from a main module
};

}  // namespace modgraph
