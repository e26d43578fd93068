// Any bytes as graph text: a graph or a positioned error. The same bytes in
// pieces must say the same, and the graph must keep what its header promises.

#include <string_view>

#include "importers/graph_text/graph_text.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

Result<GraphText> in_pieces(std::string_view text, std::size_t piece) {
  GraphTextReader reader("fuzz");
  for (std::size_t at = 0; at < text.size(); at += piece)
    if (auto fed = reader.feed(text.substr(at, piece)); !fed)
      return fail(fed.error());
  return std::move(reader).finish();
}

void check_error(const Errors& errors) {
  must(errors.size() == 1);
  must(!errors.front().message.empty());
  must(errors.front().where.file == "fuzz");
}

void check_graph(const ModuleGraph& graph) {
  for (NodeId n : graph.nodes()) {
    must(graph.find(graph.path(n), graph.version(n)) == n);
    must(graph.versions(graph.module_of(n)).contains(n));
    for (NodeId to : graph.requirements(n))
      must(index(to) < graph.node_count());
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  if (bytes.empty()) return;
  // The first byte says how the rest is cut.
  const std::string_view text = bytes.substr(1);
  auto whole = parse_graph_text("fuzz", text);
  auto pieces =
      in_pieces(text, std::size_t{static_cast<unsigned char>(bytes[0])} + 1);
  must(whole.has_value() == pieces.has_value());
  if (!whole) {
    check_error(whole.error());
    must(whole.error().front().message == pieces.error().front().message);
    must(whole.error().front().where.line == pieces.error().front().where.line);
    must(whole.error().front().where.column ==
         pieces.error().front().where.column);
    return;
  }
  must(whole->lines == pieces->lines);
  const auto graph = std::move(whole->builder).freeze().value();
  const auto again = std::move(pieces->builder).freeze().value();
  must(graph.node_count() == again.node_count());
  must(graph.requirements().edge_count() == again.requirements().edge_count());
  check_graph(graph);
}

}  // namespace modgraph
