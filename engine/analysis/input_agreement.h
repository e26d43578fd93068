#pragma once

// Do the requirement graph, the go.mod files and the module list describe the
// same build?
//
// They are recorded one after the other, so one may be stale, or of another
// project. What they contradict each other in is data here, both sides named;
// the report makes findings of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/module_info.h"

namespace modgraph {

enum class InputSource : std::uint8_t { kGraph, kManifest, kList };

/// A go.mod requires what the graph does not have: the graph is older.
struct RequirementNotInGraph {
  std::size_t manifest = 0;  // index of the go.mod
  Requirement requirement;   // direct or indirect
  /// The lower version that the graph selects; none: it has no such module.
  std::optional<std::string> graph_version;
};

/// The graph has a main module require what its go.mod has no line for: the
/// file is older than the graph, or cut off.
struct RequirementNotInManifest {
  std::size_t manifest = 0;  // index of the go.mod
  std::string path;
  std::string version;  // that the graph requires
};

/// The graph and the list select different versions of a module, or only one of
/// them has it.
struct ListDisagreement {
  std::string path;
  std::optional<std::string> graph_version;  // none: not in the graph
  std::optional<std::string> list_version;   // none: not in the list
  int list_line = 0;                         // 0: not in the list
};

/// One source has a main module that another source does not know as one.
struct OtherMainModule {
  InputSource source = InputSource::kGraph;
  std::size_t manifest = 0;  // index of the go.mod; for kManifest
  int line = 0;              // in the go.mod or in the list; 0: no line
  std::string path;
  InputSource other = InputSource::kGraph;
  std::vector<std::string> other_mains;  // ascending
};

struct InputDisagreements {
  std::vector<RequirementNotInGraph> requirements;  // in the order of the lines
  std::vector<RequirementNotInManifest> unlisted;   // ascending by path
  std::vector<ListDisagreement> list;               // ascending by path
  std::vector<OtherMainModule> mains;  // manifests, then the list, then graph

  bool empty() const {
    return requirements.empty() && unlisted.empty() && list.empty() &&
           mains.empty();
  }
};

/// Compares what there is; `manifests` and `list` may be empty.
///
/// The list is held against the graph only when it is that of `go list -m all`:
/// when it begins with a main module and others follow. Any other list
/// is of the modules that somebody asked about. And it is held against it
/// only when both have the same main modules: else they are of different
/// builds, which is the one thing to say.
///
/// A go.mod line counts unless some go.mod excludes that version, which the go
/// command drops; or its version is a query (v1.2, master), which the go
/// command resolves to something else. O((V + lines + rows) log).
InputDisagreements input_disagreements(const ModuleGraph& graph,
                                       std::span<const Manifest> manifests,
                                       std::span<const ModuleInfo> list);

}  // namespace modgraph
