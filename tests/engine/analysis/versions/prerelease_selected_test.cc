#include "engine/analysis/versions/prerelease_selected.h"

#include "engine/analysis/graph/requirers.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "C@v2.0.0-rc.1 by B1 over v1.0.0 by A".
std::string early(std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  const Rows<NodeId> requirers =
      distinct_requirers(graph, printed_order(graph));
  std::string out;
  for (const PrereleaseSelected& e : prerelease_selected(graph, requirers)) {
    out += out.empty() ? "" : " | ";
    out += graph.name(e.selected);
    out += e.kind == PrereleaseKind::kPseudo ? " (commit)" : "";
    out += " by " + test::short_names(graph, e.selected_by) + " over " +
           std::string(graph.version(e.release)) + " by " +
           test::short_names(graph, e.release_by);
  }
  return out;
}

TEST_CASE("a pre-release wins over a release") {
  CHECK(early("A: B1 C1 | B1: C@v1.5.0-rc.1") ==
        "C@v1.5.0-rc.1 by B1 over v1.0.0 by A");
}

TEST_CASE("a pseudo-version wins over a release") {
  CHECK(early("A: B1 C1 | B1: C@v1.0.1-0.20240102030405-abcdefabcdef") ==
        "C@v1.0.1-0.20240102030405-abcdefabcdef (commit) by B1 over v1.0.0 by "
        "A");
}

TEST_CASE("the highest release that is asked for counts") {
  CHECK(early("A: B1 C1 D1 | B1: C@v2.0.0-rc.1 | D1: C1.4") ==
        "C@v2.0.0-rc.1 by B1 over v1.4.0 by D1");
  CHECK(early("A: B1 C1 D1 | B1: C@v2.0.0-rc.2 | D1: C@v2.0.0-rc.1") ==
        "C@v2.0.0-rc.2 by B1 over v1.0.0 by A");
}

TEST_CASE("a release wins, or nobody asks for one") {
  CHECK(early("A: B1 C@v1.5.0-rc.1 | B1: C1.5").empty());
  CHECK(early("A: C@v1.5.0-rc.1").empty());
  CHECK(early("A: B1 C@v1.5.0-rc.1 | B1: C@v1.5.0-rc.2").empty());
  CHECK(early("A: C@v1.5.0-rc.1 | C1: D1").empty());  // C1 has no requirer
}

TEST_CASE("a release with build metadata is one") {
  CHECK(early("A: B1 C@v2.0.0+incompatible | B1: C@v3.0.0-rc.1+incompatible") ==
        "C@v3.0.0-rc.1+incompatible by B1 over v2.0.0+incompatible by A");
}

TEST_CASE("a main module, go and toolchain have no early versions") {
  CHECK(early("A: B1 go1.21 | B1: A0.1 go1.22rc1").empty());
}

}  // namespace
}  // namespace modgraph
