#pragma once

// In which order are module versions printed?
//
// Node ids follow Go: by path, then by version order. Reports sort what they
// print bytewise, and there "a/b@v1.0.0" comes before "a@v1.0.0" ('/' is lower
// than '@') and v1.10.0 before v1.9.0.

#include <cstdint>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// All nodes by their printed names ("path@version", "path" for a main module),
/// bytewise ascending.
struct PrintedOrder {
  std::vector<NodeId> nodes;
  std::vector<std::uint32_t> rank;  // by node: its place in `nodes`
};

/// O(modules + bytes), and O(k log k) for the k versions of a module.
PrintedOrder printed_order(const ModuleGraph& graph);

}  // namespace modgraph
