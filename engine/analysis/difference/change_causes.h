#pragma once

// Which edits of go.mod files brought a module version into a build, or took it
// out?

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/difference/line_edits.h"
#include "engine/model/ids.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// One of two builds that are compared.
struct DifferenceSide {
  const ModuleGraph& graph;
  /// Of the main modules, of go.work, and of folders that replace modules.
  std::span<const Manifest> manifests;
};

struct ChangeCause {
  std::uint32_t edit;  // an index into the edits
  /// A shortest chain of requirements that the edit is at the root of: from a
  /// main module to the version, in the graph of the side that has it.
  std::vector<NodeId> witness;
};

/// Of versions that only one side has.
class ChangeCauses {
 public:
  /// All of it must outlive this. `edits` are line_edits() of the two.
  ChangeCauses(const DifferenceSide& before, const DifferenceSide& after,
               std::span<const LineEdit> edits);
  ~ChangeCauses();

  /// The edits each of which alone brings this version of the graph after. The
  /// edit of the module's own line comes first, then primary ones, then the
  /// shortest witness. Empty: not known. O(new edges of the graph).
  std::vector<ChangeCause> of_new(NodeId after) const;

  /// The edits that together took this version of the graph before away.
  std::vector<ChangeCause> of_gone(NodeId before) const;

  /// The edits of lines that replace a module: those of all its versions.
  std::vector<std::uint32_t> of_replacement(std::string_view path) const;

 private:
  class Direction;
  std::unique_ptr<Direction> forward_;
  std::unique_ptr<Direction> backward_;
  std::span<const LineEdit> edits_;
};

}  // namespace modgraph
