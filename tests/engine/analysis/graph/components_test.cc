#include "engine/analysis/graph/components.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Components in the order of their numbers.
std::string components_of(std::string_view text) {
  const auto found = strongly_connected_components(test::digraph<NodeId>(text));
  std::string out;
  for (std::uint32_t c = 0; c < found.count(); ++c) {
    std::string members;
    for (NodeId v : found.at(c)) {
      CHECK(found.of[index(v)] == c);
      if (!members.empty()) members += ' ';
      members += static_cast<char>('a' + index(v));
    }
    out += (out.empty() ? "{" : " {") + members + "}";
  }
  return out;
}

TEST_CASE("vertices that lead to each other share a component") {
  CHECK(components_of("a: b | b: a | c: a") == "{a b} {c}");
  CHECK(components_of("a: b | b: c | c: a") == "{a b c}");
  CHECK(components_of("a: b | b: a c | c: d | d: c") == "{c d} {a b}");
  CHECK(components_of("a: b c | b: a | c: a") == "{a b c}");
}

TEST_CASE("a component is numbered after everything that it leads to") {
  CHECK(components_of("a: b | b: c") == "{c} {b} {a}");
  CHECK(components_of("c: b | b: a") == "{a} {b} {c}");
  CHECK(components_of("a: b c | b: d | c: d") == "{d} {b} {c} {a}");
}

TEST_CASE("repeats and edges to oneself change nothing") {
  CHECK(components_of("a: a") == "{a}");
  CHECK(components_of("a: b b | b: b a a") == "{a b}");
}

TEST_CASE("a cross edge into a finished component does not join it") {
  // d is seen from b first, and is closed when c leads to it.
  CHECK(components_of("a: b c | b: d | c: d a") == "{d} {b} {a c}");
}

TEST_CASE("a graph without vertices, and vertices without edges") {
  CHECK(components_of("").empty());
  CHECK(strongly_connected_components(digraph_from_edges<ModuleId>(0, {}))
            .count() == 0);
  CHECK(components_of("b:") == "{a} {b}");
}

}  // namespace
}  // namespace modgraph
