#include "engine/analysis/graph/printed_order.h"

#include "engine/model/graph_builder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string printed(std::initializer_list<std::string_view> names) {
  GraphBuilder builder;
  for (std::string_view name : names) {
    const std::size_t at = name.find('@');
    builder.add(name.substr(0, at), at == name.npos ? "" : name.substr(at + 1));
  }
  const ModuleGraph graph = std::move(builder).freeze().value();
  const PrintedOrder order = printed_order(graph);
  std::string out;
  for (std::uint32_t i = 0; i < order.nodes.size(); ++i) {
    CHECK(order.rank[index(order.nodes[i])] == i);
    out += (out.empty() ? "" : " ") + graph.name(order.nodes[i]);
  }
  return out;
}

TEST_CASE("versions stand by their bytes, not in Go's order") {
  CHECK(printed({"a@v1.9.0", "a@v1.10.0", "a@v1.10.0-rc.1"}) ==
        "a@v1.10.0 a@v1.10.0-rc.1 a@v1.9.0");
}

TEST_CASE("a path that continues another stands before it where '@' is later") {
  CHECK(printed({"a@v1.0.0", "a/b@v1.0.0"}) == "a/b@v1.0.0 a@v1.0.0");
  CHECK(printed({"a@v1.0.0", "a-b@v1.0.0", "a.b@v1.0.0", "a/b@v1.0.0",
                 "a0@v1.0.0"}) ==
        "a-b@v1.0.0 a.b@v1.0.0 a/b@v1.0.0 a0@v1.0.0 a@v1.0.0");
  CHECK(printed({"a@v1.0.0", "aB@v1.0.0", "a_b@v1.0.0", "ab@v1.0.0",
                 "a~b@v1.0.0"}) ==
        "a@v1.0.0 aB@v1.0.0 a_b@v1.0.0 ab@v1.0.0 a~b@v1.0.0");
}

TEST_CASE("continuations of continuations wait for each other") {
  CHECK(printed({"a@v1.0.0", "a/b@v1.0.0", "a/b/c@v1.0.0", "a/bc@v1.0.0",
                 "a/c@v1.0.0", "ab@v1.0.0"}) ==
        "a/b/c@v1.0.0 a/b@v1.0.0 a/bc@v1.0.0 a/c@v1.0.0 a@v1.0.0 ab@v1.0.0");
}

TEST_CASE("a main module prints without '@' and stands before all of those") {
  CHECK(printed({"a", "a@v1.0.0", "a/b@v1.0.0", "a-b"}) ==
        "a a-b a/b@v1.0.0 a@v1.0.0");
}

TEST_CASE("a graph without vertices") { CHECK(printed({}).empty()); }

}  // namespace
}  // namespace modgraph
