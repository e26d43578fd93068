#pragma once

// What leaves the build with a line of a main module's go.mod, and which
// `// indirect` lines are there for it alone?

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/project.h"

namespace modgraph {

/// Prepared once for a project, asked for each line. Both arguments must
/// outlive it.
class DroppedLines {
 public:
  /// `selected` is the selected graph of the project.
  DroppedLines(const Project& project, const Digraph<ModuleId>& selected);

  /// The modules of `// indirect` lines of the same go.mod (`manifest` counts
  /// Project::manifests) that only the line of `module` is there for: the
  /// direct lines lead to them with it, and do not without it. Ascending.
  /// O(V + E).
  std::vector<ModuleId> orphans_of(std::size_t manifest, ModuleId module) const;

  /// The same for several lines that are dropped together.
  std::vector<ModuleId> orphans_of(std::size_t manifest,
                                   std::span<const ModuleId> modules) const;

  /// The modules that leave the build list, go and toolchain among them, when
  /// this go.mod no longer requires `modules`. What the resolver would find,
  /// where lines are what they must be (the go command raises no line) and no
  /// go.mod has to be loaded that was not loaded before. Ascending.
  /// O(V + E).
  std::vector<ModuleId> removed_with(std::size_t manifest,
                                     std::span<const ModuleId> modules) const;

  /// The same for a line and its orphans: `whatif --drop MODULE --orphans`.
  std::vector<ModuleId> removed_with_orphans(std::size_t manifest,
                                             ModuleId module) const;

 private:
  struct Line {
    ModuleId target{};
    bool indirect = false;
  };
  struct Main {
    NodeId node = kNone<NodeId>;  // kNone: the graph has no such main module
    bool is_unpruned = false;
    std::vector<Line> lines;  // edges of the selected graph, ascending
  };
  std::vector<bool> reached(std::size_t manifest,
                            std::span<const ModuleId> dropped) const;

  const Project& project_;
  const Digraph<ModuleId>& selected_;
  std::vector<Main> mains_;      // by manifest
  std::vector<bool> by_direct_;  // reached from direct lines
};

}  // namespace modgraph
