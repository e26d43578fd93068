#include "engine/report/answers/graph_part.h"

#include <memory>

#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kVertexFields[] = {
    field("module", FieldType::kModule,
          "the module path; go and toolchain too"),
    field("version", FieldType::kVersion, "\"\" for a main module"),
    field("is_selected", FieldType::kFlag, "this version is in the build list"),
    field("main", FieldType::kFlag, "it is a main module"),
};
constexpr RecordShape kVertexShape{"vertex", kVertexFields};

constexpr FieldShape kGraphPartFields[] = {
    records("vertices", kVertexShape,
            "module versions: main modules first, then ascending"),
    records("requirements", kEdgeShape,
            "in the order of their sources, and there as in go.mod"),
};

std::vector<Edge<NodeId>> edges_of(const GraphPart& part) {
  std::vector<Edge<NodeId>> out;
  out.reserve(part.requirements.edge_count());
  for (const NodeId n : part.nodes)
    for (const NodeId to : part.requirements.dependencies(n))
      out.push_back({n, to});
  return out;
}

}  // namespace

constexpr DocumentShape kGraphShape{"graph",
                                    "Which module versions require which?",
                                    {"graph", kGraphPartFields},
                                    "requirements"};

Document graph_document(const ModuleGraph& graph, const GraphPart& part) {
  const auto nodes = std::make_shared<const std::vector<NodeId>>(part.nodes);
  const auto edges =
      std::make_shared<const std::vector<Edge<NodeId>>>(edges_of(part));
  return Document(kGraphShape, [&](RecordWriter& out) {
    out.elements("vertices", {},
                 {nodes->size(), 2 * nodes->size(), true, true,
                  [nodes, &graph](RecordWriter& to, std::size_t i) {
                    const NodeId n = (*nodes)[i];
                    to.module_and_version(ref_of(graph, n));
                    to.flag("is_selected", graph.is_selected(n));
                    to.flag("main", graph.is_main(n));
                  }});
    out.elements("requirements", {.title = "requirements"},
                 {edges->size(), 2 * edges->size(), true, true,
                  [edges, &graph](RecordWriter& to, std::size_t i) {
                    to.module_version("from", ref_of(graph, (*edges)[i].from));
                    to.module_version("to", ref_of(graph, (*edges)[i].to));
                  }});
  });
}

}  // namespace modgraph
