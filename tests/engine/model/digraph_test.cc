#include "engine/model/digraph.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string rows(const Digraph<NodeId>& g) {
  std::string out;
  for (NodeId v : g.vertices()) {
    out += std::to_string(index(v)) + ":";
    for (NodeId to : g.dependencies(v)) out += " " + std::to_string(index(to));
    out += " <";
    for (NodeId by : g.dependents(v)) out += " " + std::to_string(index(by));
    out += " | ";
  }
  return out;
}

std::vector<Edge<NodeId>> edges(
    std::initializer_list<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::vector<Edge<NodeId>> out;
  for (auto [from, to] : pairs) out.push_back({NodeId{from}, NodeId{to}});
  return out;
}

TEST_CASE("a digraph keeps the given order of a row, and repeats") {
  const auto g = digraph_from_edges<NodeId>(
      3, edges({{1, 2}, {0, 2}, {0, 1}, {0, 2}, {1, 1}}));
  CHECK(rows(g) == "0: 2 1 2 < | 1: 2 1 < 0 1 | 2: < 0 0 1 | ");
}

TEST_CASE("a simple digraph has each edge once and no self-edges") {
  const auto g = simple_digraph_from_edges<NodeId>(
      3, edges({{1, 2}, {0, 2}, {0, 1}, {0, 2}, {1, 1}}));
  CHECK(rows(g) == "0: 1 2 < | 1: 2 < 0 | 2: < 0 1 | ");
}

TEST_CASE("a digraph without vertices or edges") {
  CHECK(rows(digraph_from_edges<NodeId>(0, {})).empty());
  CHECK(rows(digraph_from_edges<NodeId>(2, {})) == "0: < | 1: < | ");
}

}  // namespace
}  // namespace modgraph
