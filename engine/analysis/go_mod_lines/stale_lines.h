#pragma once

// Which `// indirect` lines would `go mod tidy` remove?
//
// That the build list stays the same without a line proves nothing: a tidy
// go.mod of go 1.17 or later lists all modules that give a package of `all`, on
// purpose. Only packages can tell.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/go_mod_lines/package_use.h"
#include "engine/analysis/go_mod_lines/pinned_by_indirect.h"
#include "engine/model/digraph.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

enum class StaleReason : std::uint8_t {
  /// No package comes from the module, and no module that gives a package leads
  /// to it: nothing can import it, on no platform.
  kUnreachable,
  /// No package comes from it in the build configuration of the package data;
  /// on another platform one may.
  kNoPackageHere,
  /// Without package data: no other vertex of the graph requires it.
  kNobodyRequires,
};

struct StaleLine {
  LineOf line;
  NodeId selected{};
  StaleReason reason = StaleReason::kNobodyRequires;

  /// Otherwise it is only possibly stale.
  bool is_sure() const { return reason == StaleReason::kUnreachable; }
};

/// In the order of the lines. `packages` may be null, and counts when it is
/// sound. Modules that `tool` lines name are never stale, nor what they lead
/// to. O(V + E + lines log lines).
std::vector<StaleLine> stale_indirect_lines(const ModuleGraph& graph,
                                            const Digraph<ModuleId>& selected,
                                            std::span<const Manifest> manifests,
                                            const PackageUse* packages);

}  // namespace modgraph
