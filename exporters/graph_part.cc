#include "exporters/graph_part.h"

#include "exporters/csv_text.h"
#include "exporters/json_text.h"

namespace modgraph {
namespace {

// Calls `put` with the names of both ends of every requirement.
template <class Put>
void for_each_requirement(const ModuleGraph& graph, const GraphPart& part,
                          Put put) {
  for (const NodeId n : part.nodes) {
    const auto requirements = part.requirements.dependencies(n);
    if (requirements.empty()) continue;
    const std::string from = graph.name(n);
    for (const NodeId to : requirements) put(from, graph.name(to));
  }
}

}  // namespace

void write_part_text(const ModuleGraph& graph, const GraphPart& part,
                     Sink& out) {
  for_each_requirement(graph, part,
                       [&](const std::string& from, const std::string& to) {
                         out.put(from).put(" ").put(to).put("\n");
                       });
}

void write_part_json(const ModuleGraph& graph, const GraphPart& part,
                     Sink& out) {
  out.put("{\"schema_version\": 1,\n \"nodes\": [");
  Separator comma(",\n  ");
  for (const NodeId n : part.nodes) {
    comma.put(out);
    out.put("{\"name\": ");
    put_json_string(out, graph.name(n));
    out.put(", \"path\": ");
    put_json_string(out, graph.path(n));
    out.put(", \"version\": ");
    put_json_string(out, graph.version(n));
    out.put(graph.is_selected(n) ? ", \"selected\": true"
                                 : ", \"selected\": false");
    out.put(graph.is_main(n) ? ", \"main\": true}" : ", \"main\": false}");
  }
  out.put("],\n \"edges\": [");
  Separator next(",\n  ");
  for_each_requirement(graph, part,
                       [&](const std::string& from, const std::string& to) {
                         next.put(out);
                         out.put("{\"from\": ");
                         put_json_string(out, from);
                         out.put(", \"to\": ");
                         put_json_string(out, to);
                         out.put("}");
                       });
  out.put("]}\n");
}

void write_part_csv(const ModuleGraph& graph, const GraphPart& part,
                    Sink& out) {
  out.put("from,to\r\n");
  for_each_requirement(
      graph, part, [&](const std::string& from, const std::string& to) {
        out.put(csv_cell(from)).put(",").put(csv_cell(to)).put("\r\n");
      });
}

}  // namespace modgraph
