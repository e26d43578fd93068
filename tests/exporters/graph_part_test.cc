#include "exporters/graph_part.h"

#include <nlohmann/json.hpp>

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string written(void (*write)(const ModuleGraph&, const GraphPart&, Sink&),
                    std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  GraphPart part{{graph.nodes().begin(), graph.nodes().end()},
                 graph.requirements()};
  std::string out;
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write(graph, part, sink);
  sink.flush();
  return out;
}

TEST_CASE("a part is written line by line") {
  CHECK(written(write_part_text, "A: B1 C2 | B1: C2") ==
        "A B@v1.0.0\nA C@v2.0.0\nB@v1.0.0 C@v2.0.0\n");
  CHECK(written(write_part_csv, "A: B1 C2 | B1: C2") ==
        "from,to\r\nA,B@v1.0.0\r\nA,C@v2.0.0\r\nB@v1.0.0,C@v2.0.0\r\n");
}

TEST_CASE("as JSON a part has nodes and edges") {
  const auto j = nlohmann::json::parse(written(write_part_json, "A: B1 B2"));
  CHECK(j["nodes"].size() == 3);
  CHECK(j["nodes"][0]["main"] == true);
  CHECK(j["nodes"][1]["selected"] == false);
  CHECK(j["nodes"][2]["name"] == "B@v2.0.0");
  CHECK(j["edges"][1]["to"] == "B@v2.0.0");
  CHECK(
      nlohmann::json::parse(written(write_part_json, "A: "))["edges"].empty());
}

}  // namespace
}  // namespace modgraph
