#include "engine/analysis/versions/drift.h"

#include "engine/analysis/graph/requirers.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string_view name_of(VersionDistance distance) {
  switch (distance) {
    case VersionDistance::kNone:
      return "none";
    case VersionDistance::kPrerelease:
      return "prerelease";
    case VersionDistance::kPseudo:
      return "pseudo";
    case VersionDistance::kPatch:
      return "patch";
    case VersionDistance::kMinor:
      return "minor";
    case VersionDistance::kMajor:
      return "major";
  }
  return "";
}

// "C1 by A, C2 by B1 B2 => C2 major".
std::string drift(std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  const Rows<NodeId> requirers =
      distinct_requirers(graph, printed_order(graph));
  std::string out;
  for (const Drift& d : find_drift(graph, requirers)) {
    out += out.empty() ? "" : " | ";
    for (const RequiredVersion& r : d.required) {
      out += &r == &d.required.front() ? "" : ", ";
      out += test::short_name(graph, r.version) + " by";
      for (NodeId by : r.by) out += " " + test::short_name(graph, by);
    }
    out += " => " + test::short_name(graph, d.selected) + " ";
    out += name_of(distance_from_selected(graph, d, d.required.front()));
  }
  return out;
}

TEST_CASE("a module that is asked for at two versions drifts") {
  CHECK(drift("A: B1 C1 | B1: C1.2") == "C1 by A, C1.2 by B1 => C1.2 minor");
  CHECK(drift("A: B1 C1 | B1: C2") == "C1 by A, C2 by B1 => C2 major");
  CHECK(drift("A: B1 C1 | B1: C1.0.1") ==
        "C1 by A, C1.0.1 by B1 => C1.0.1 "
        "patch");
}

TEST_CASE("one version, however often, is no drift") {
  CHECK(drift("A: B1 C1 | B1: C1").empty());
  CHECK(drift("A: B1 B1").empty());
}

TEST_CASE("versions ascend in Go's order, requirers by their printed names") {
  CHECK(drift("A: D10 B9 | B9: D9 | B10: D9 | C1: B10 D2") ==
        "B9 by A, B10 by C1 => B10 major | "
        "D2 by C1, D9 by B10 B9, D10 by A => D10 major");
}

TEST_CASE("a requirer counts once, selected or not") {
  CHECK(drift("A: B1 B2 | B1: C1 C1 | B2: C2") ==
        "B1 by A, B2 by A => B2 major | C1 by B1, C2 by B2 => C2 major");
}

TEST_CASE("go and toolchain never drift") {
  CHECK(drift("A: B1 go1.21 | B1: go1.22 | go1.21: toolchain1.21 | "
              "go1.22: toolchain1.22")
            .empty());
}

TEST_CASE("a main module is asked for at old versions") {
  CHECK(drift("A: B1 C1 | B1: A0.1 | C1: A0.2") ==
        "A0.1 by B1, A0.2 by C1 => A none");
  CHECK(drift("A: B1 | B1: A0.1").empty());
}

TEST_CASE("a version that nobody asks for is selected all the same") {
  CHECK(drift("A: B1 | C1: B2 | B3: D1") == "B1 by A, B2 by C1 => B3 major");
}

TEST_CASE("the requirers of one version are those of all versions") {
  const ModuleGraph graph =
      test::module_graph("A: B9 B10 C1 C1 | B9: C1 | B10: C1 | C1: C1");
  const NodeId c = *graph.find("C", "v1.0.0");
  const Rows<NodeId> rows = distinct_requirers(graph, printed_order(graph));
  const auto row = rows.row(c);
  CHECK(std::vector<NodeId>(row.begin(), row.end()) ==
        distinct_requirers(graph, c));
  std::string names;
  for (NodeId by : row) names += test::short_name(graph, by) + " ";
  CHECK(names == "A B10 B9 C1 ");
}

}  // namespace
}  // namespace modgraph
