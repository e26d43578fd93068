#include "engine/analysis/go_mod_lines/pinned_by_indirect.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "D2 by A:3, else D1": the version, the lines, what would be selected.
std::string held(std::string_view graph_text,
                 std::initializer_list<std::string_view> manifest_texts) {
  const ModuleGraph graph = test::module_graph(graph_text);
  std::vector<Manifest> manifests;
  for (std::string_view text : manifest_texts)
    manifests.push_back(test::manifest(text));
  std::string out;
  for (const PinnedVersion& h : pinned_by_indirect(graph, manifests)) {
    out += (out.empty() ? "" : " | ") + test::short_name(graph, h.selected) +
           " by";
    for (const LineOf& line : h.lines) {
      const Manifest& manifest = manifests[line.manifest];
      out += " " + manifest.module->path + ":" +
             std::to_string(manifest.require[line.requirement].where.line);
    }
    out += std::string(", else ") + (h.is_bound ? "at least " : "") +
           test::short_name(graph, h.without);
  }
  return out;
}

TEST_CASE("an indirect line alone holds a version up") {
  CHECK(held("A: B1 D2 | B1: D1", {"A: B1 | indirect: D2"}) ==
        "D2 by A:3, else D1");
  // The highest of the others is what would be selected.
  CHECK(held("A: B1 C1 D3 | B1: D1 | C1: D2", {"A: B1 C1 | indirect: D3"}) ==
        "D3 by A:4, else D2");
}

TEST_CASE("somebody else asks for as much") {
  CHECK(held("A: B1 D2 | B1: D2", {"A: B1 | indirect: D2"}).empty());
  CHECK(
      held("A: B1 D2 | B1: D2 C1 | C1: D1", {"A: B1 | indirect: D2"}).empty());
}

TEST_CASE("a direct line is a reason by itself") {
  CHECK(held("A: B1 D2 | B1: D1", {"A: B1 D2"}).empty());
  CHECK(held("A: B1 D2 | B1: D1", {"A: B1 D2 | indirect: D2"}).empty());
}

TEST_CASE("a module that only the line brings is not held up") {
  CHECK(held("A: B1 D2", {"A: B1 | indirect: D2"}).empty());
  // The lower version is asked for by what the held one brings.
  CHECK(held("A: B1 D2 | D2: E1 | E1: D1", {"A: B1 | indirect: D2"}).empty());
}

TEST_CASE("what leaves with the version no longer asks") {
  CHECK(held("A: B1 D3 | B1: D1 | D3: E1 | E1: D2", {"A: B1 | indirect: D3"}) ==
        "D3 by A:3, else D1");
}

TEST_CASE("a line below the selected version holds nothing") {
  CHECK(held("A: B1 D2 | B1: D3", {"A: B1 | indirect: D2"}).empty());
}

TEST_CASE("lines of a workspace hold together, and the answer is a bound") {
  CHECK(held("A: D2 | M: D2 B1 | B1: D1",
             {"A: | indirect: D2", "M: B1 | indirect: D2"}) ==
        "D2 by A:2 M:3, else at least D1");
  CHECK(held("A: D2 | M: D2 B1 | B1: D1", {"A: | indirect: D2", "M: D2 B1"})
            .empty());
}

TEST_CASE("a main module whose go.mod is not given asks by itself") {
  CHECK(held("A: D2 | M: D2 B1 | B1: D1", {"A: | indirect: D2"}).empty());
}

TEST_CASE("excluded lines and lines of other graphs say nothing") {
  CHECK(held("A: B1 D2 | B1: D1", {"A: B1 | indirect: D2 | exclude: D2"})
            .empty());
  CHECK(held("A: B1 D2 | B1: D1", {"X: B1 | indirect: D2"}).empty());
  CHECK(held("A: B1 D2 | B1: D1", {}).empty());
}

}  // namespace
}  // namespace modgraph
