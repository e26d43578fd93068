#include "engine/analysis/graph/dominators.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "b<a" for every vertex b right under a; "a" for one under the virtual root;
// the number of vertices in its subtree behind it.
std::string tree(std::string_view roots, std::string_view text) {
  const auto graph = test::digraph<NodeId>(text);
  std::vector<NodeId> starts;
  for (char c : roots)
    starts.push_back(NodeId{static_cast<std::uint32_t>(c - 'a')});
  const DominatorTree<NodeId> found =
      dominator_tree(graph, std::span<const NodeId>(starts));
  const auto letter = [](NodeId v) {
    return std::string(1, static_cast<char>('a' + index(v)));
  };
  std::string out;
  for (NodeId v : graph.vertices()) {
    if (found.size[index(v)] == 0) continue;
    out += (out.empty() ? "" : " ") + letter(v);
    if (const NodeId up = found.immediate[index(v)]; up != kNone<NodeId>)
      out += "<" + letter(up);
    out += std::to_string(found.size[index(v)]);
  }
  return out;
}

TEST_CASE("a vertex is under the last one that all ways pass") {
  CHECK(tree("a", "a: b | b: c") == "a3 b<a2 c<b1");
  CHECK(tree("a", "a: b c | b: d | c: d") == "a4 b<a1 c<a1 d<a1");
  CHECK(tree("a", "a: b | b: c d | c: e | d: e") == "a5 b<a4 c<b1 d<b1 e<b1");
}

TEST_CASE("loops and edges to oneself do not dominate") {
  CHECK(tree("a", "a: b | b: b c | c: b d | d: a") == "a4 b<a3 c<b2 d<c1");
}

TEST_CASE("what two roots lead to is under neither") {
  CHECK(tree("ab", "a: c | b: c d") == "a1 b2 c1 d<b1");
  // A root that another root leads to still stands by itself.
  CHECK(tree("ab", "a: b | b: c") == "a1 b2 c<b1");
  CHECK(tree("aa", "a: b") == "a2 b<a1");
}

TEST_CASE("what no root leads to has no place, and hides nothing") {
  CHECK(tree("a", "a: b | c: b") == "a2 b<a1");
  CHECK(tree("", "a: b").empty());
}

TEST_CASE("Lengauer and Tarjan's own example") {
  // Figure 1 of the article, r written as m: dominators of its table.
  CHECK(tree("m",
             "m: a b c | a: d | b: a d e | c: f g | d: l | e: h | f: i | "
             "g: i j | h: e k | i: k | j: i | k: i m | l: h") ==
        "a<m1 b<m1 c<m4 d<m2 e<m1 f<c1 g<c2 h<m1 i<m1 j<g1 k<m1 l<d1 m13");
}

}  // namespace
}  // namespace modgraph
