#pragma once

// The root requirements of a build, and how the go command makes them
// consistent with the graph that they lead to. (Go's Requirements, updateRoots,
// convertPruning.)
//
// The roots are what the main module's go.mod requires, go and toolchain among
// them; in a workspace its modules, go and toolchain. A root is consistent when
// it is the selected version of its path. If one is not, the go command writes
// better roots into go.mod before it goes on, or refuses to; we only compute
// them.
// Source: go.dev/ref/mod#go-mod-file-updates, and the go command's behaviour.
// Tested by tests/engine/resolve/loader_test.cc and tests/oracle/oracle.py.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/resolve/effective_modules.h"
#include "engine/resolve/requirement_graph.h"

namespace modgraph {

/// Whether a go.mod that is not consistent may be thought of as updated.
enum class ModMode : std::uint8_t {
  kMod,       // -mod=mod: go on with what it would be updated to
  kReadonly,  // -mod=readonly: refuse
};

struct RootRequirements {
  Pruning pruning = Pruning::kPruned;
  std::vector<VersionId> roots;  // by path, then version
  /// Paths required without `// indirect`, and `go`. By path id.
  std::vector<char> direct;
  /// The graph that they lead to, once it was read.
  std::optional<RequirementGraph> graph;

  bool is_direct(std::uint32_t path_id) const {
    return path_id < direct.size() && direct[path_id] != 0;
  }
};

/// The roots as go.mod or go.work state them, without excluded requirements.
RootRequirements stated_roots(EffectiveModules& modules);

/// Reads the graph of the roots unless that was done before.
const RequirementGraph& graph_of(RootRequirements& roots,
                                 EffectiveModules& modules);

/// What became of the roots. With kNeedsUpdate (kReadonly only) and kFaulty the
/// roots are those at which it stopped.
enum class RootState : std::uint8_t {
  kConsistent,
  kNeedsUpdate,  // go.mod would have to change
  kFaulty,       // the graph of the roots has faults
};

/// Whether a path is listed twice, or the main module among the roots: go.mod
/// needs an update, whatever the graph says.
bool has_redundant_root(const RootRequirements& roots,
                        const EffectiveModules& modules);

/// Whether every root is the selected version of its path.
bool all_roots_selected(RootRequirements& roots, EffectiveModules& modules);

/// The roots that go.mod is updated to. `tolerate_faults` goes on where go.mod
/// files are missing.
enum class Faults : std::uint8_t { kStop, kIgnore };
RootState update_roots(RootRequirements& roots, EffectiveModules& modules,
                       ModMode mode, Faults faults);

/// The same build with a pruned graph: all that is in the build list becomes a
/// root.
RootState convert_to_pruned(RootRequirements& roots, EffectiveModules& modules,
                            Faults faults);

}  // namespace modgraph
