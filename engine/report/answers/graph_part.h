#pragma once

// A part of a requirement graph, and what it is as a document.
// Tested by tests/engine/report/answers/graph_part_test.cc.

#include <vector>

#include "engine/document/document.h"
#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

struct GraphPart {
  std::vector<NodeId> nodes;     // in the order to write them
  Digraph<NodeId> requirements;  // between them alone; repeats are kept
};

extern const DocumentShape kGraphShape;

/// Its vertices and its requirements, in the order of `part.nodes`. Borrows the
/// graph. O(part).
Document graph_document(const ModuleGraph& graph, const GraphPart& part);

}  // namespace modgraph
