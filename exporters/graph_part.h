#pragma once

// A part of a requirement graph for other programs: lines as `go mod graph`
// prints them, JSON, or a table.

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"
#include "exporters/sink.h"

namespace modgraph {

struct GraphPart {
  std::vector<NodeId> nodes;     // in the order to write them
  Digraph<NodeId> requirements;  // between them alone; repeats are kept
};

/// "from to", one line for each requirement.
void write_part_text(const ModuleGraph& graph, const GraphPart& part,
                     Sink& out);

/// {"schema_version", "nodes": [{"name", "path", "version", "selected",
/// "main"}], "edges": [{"from", "to"}]} with names as in text.
void write_part_json(const ModuleGraph& graph, const GraphPart& part,
                     Sink& out);

/// "from,to" and a line for each requirement (csv_text.h).
void write_part_csv(const ModuleGraph& graph, const GraphPart& part, Sink& out);

}  // namespace modgraph
