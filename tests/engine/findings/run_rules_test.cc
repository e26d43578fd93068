#include "engine/findings/run_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/model/graph_builder.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project graph_only_project(std::string_view text) {
  Project out;
  out.graph = test::module_graph(text);
  out.graph_file = "graph.txt";
  return out;
}

// "warning MG1001 B@v1.0.0 C@v1.0.0; ..." in report order.
std::string findings(const Project& project,
                     const RuleSettings& settings = {}) {
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), settings)) {
    out += (out.empty() ? "" : "; ") + std::string(level_name(f.level)) + " " +
           std::string(f.rule->code);
    for (const Subject& s : f.subjects)
      out += " " + s.module + (s.version.empty() ? "" : "@" + s.version);
  }
  return out;
}

std::string findings(std::string_view text, const RuleSettings& settings = {}) {
  return findings(graph_only_project(text), settings);
}

TEST_CASE("a healthy graph has no findings") {
  CHECK(findings("A: B1 C1 | B1: C1").empty());
}

TEST_CASE("cycles among other people's modules are notes") {
  CHECK(findings("A: B1 | B1: C1 | C1: B1") == "note MG1001 B@v1.0.0 C@v1.0.0");
  CHECK(findings("A: B2 C1 | B2: C1 | C1: B1") ==
        "note MG1002 B@v2.0.0 C@v1.0.0");
  CHECK(findings("A: B3 | B3: C1 B1 | B1: C1 | C1: D1 | D1: B0.5") ==
        "note MG1002 B@v3.0.0 C@v1.0.0 D@v1.0.0");
  CHECK(findings("A: B2 C2 | B2: C1 | C1: B1") ==
        "note MG1003 B@v2.0.0 C@v2.0.0");
  // Of versions that this build does not have.
  CHECK(findings("A: B1 C2 | B1: C1 | C1: D1 | D1: C1").find("MG1001") ==
        std::string::npos);
}

TEST_CASE("a cycle that a go.mod of ours closes is a warning") {
  // Other people's modules take part: we could only do without them.
  CHECK(findings("A: B1 | B1: A0.9") == "note MG1002 A B@v1.0.0");
  Project workspace = graph_only_project("A: B | B: A");
  CHECK(findings(workspace) == "warning MG1001 A B");
}

TEST_CASE("a version that requires itself is a version cycle") {
  CHECK(findings("A: B1 | B1: B1") == "note MG1001 B@v1.0.0");
}

TEST_CASE("a cycle of more than a thousand modules names a thousand") {
  constexpr int kMembers = 1'500;
  GraphBuilder builder;
  const auto main = builder.add("example.com/app", "");
  std::vector<GraphBuilder::Handle> ring;
  for (int i = 0; i < kMembers; ++i)
    ring.push_back(
        builder.add("example.com/m" + std::to_string(1000 + i), "v1.0.0"));
  builder.require(main, ring.front());
  for (std::size_t i = 0; i < ring.size(); ++i)
    builder.require(ring[i], ring[(i + 1) % ring.size()]);
  Project project;
  project.graph = std::move(builder).freeze().value();
  const auto found = run_rules(project, analyse(project), {});
  const auto cycle = std::ranges::find_if(
      found, [](const Finding& f) { return f.rule->code == "MG1001"; });
  REQUIRE(cycle != found.end());
  CHECK(cycle->subjects.size() == 1'000);
  CHECK(cycle->notes.front() == "the finding names 1000 of its 1500 members");
}

TEST_CASE("the graver come first, then the rule, then the module") {
  CHECK(findings("A: D1 C1 | D1: C2 | C2: E1 | E1: C2 D0.1",
                 {.deny = {"MG2001"}}) ==
        "error MG2001 C@v2.0.0; error MG2001 D@v1.0.0; "
        "note MG1001 C@v2.0.0 E@v1.0.0; "
        "note MG1002 C@v2.0.0 D@v1.0.0 E@v1.0.0");
}

TEST_CASE("settings silence and change levels, by code or by name") {
  const std::string_view text = "A: B1 C1 | C1: B2";
  CHECK(findings(text) == "");
  CHECK(findings(text, {.allow = {"version-drift"}}).empty());
  CHECK(findings(text, {.warn = {"MG2001"}}) == "warning MG2001 B@v2.0.0");
  CHECK(findings(text, {.allow = {"MG2001"}, .deny = {"MG2001"}}) ==
        "error MG2001 B@v2.0.0");
}

TEST_CASE("a direct requirement that somebody else raises") {
  Project project = graph_only_project("A: B1 C1 | C1: B2");
  Manifest manifest;
  manifest.file = "go.mod";
  manifest.text = "module A\nrequire B v1.0.0\nrequire C v1.0.0\n";
  manifest.module = ModuleDirective{"A", {}, {}};
  SourceSpan where{2, 9, 2, 17, 17, 25, false};
  manifest.require.push_back({{"B", "v1.0.0"}, false, where});
  manifest.require.push_back({{"C", "v1.0.0"}, false, {}});
  project.manifests.push_back(std::move(manifest));

  const auto all = run_rules(project, analyse(project), {.allow = {"MG2001"}});
  REQUIRE(all.size() == 1);
  const Finding& f = all[0];
  CHECK(f.message == "go.mod requires 'B' v1.0.0, but v2.0.0 is selected");
  CHECK(f.location->line == 2);
  CHECK(f.location->source_line == "require B v1.0.0");
  CHECK(f.location->label == "v2.0.0 is selected");
  CHECK(f.notes.at(0) == "forced by A -> C@v1.0.0 -> B@v2.0.0");
}

TEST_CASE("inputs that contradict each other name both sources") {
  Project project = graph_only_project("A: B1 C1");
  Manifest manifest;
  manifest.file = "go.mod";
  manifest.module = ModuleDirective{"A", {}, {}};
  manifest.require.push_back({{"B", "v1.5.0"}, false, {}});
  manifest.require.push_back({{"N", "v1.0.0"}, false, {}});
  project.manifests.push_back(std::move(manifest));
  const auto all = run_rules(project, analyse(project), {});
  REQUIRE(all.size() == 3);
  CHECK(all[2].message ==
        "in graph.txt the main module requires 'C' v1.0.0, but go.mod has no "
        "line for it");
  CHECK(all[0].message ==
        "go.mod requires 'B' v1.5.0, but graph.txt selects v1.0.0");
  CHECK(all[1].message ==
        "go.mod requires 'N' v1.0.0, but graph.txt has no such module");
  CHECK(any_at_or_above(all, Level::kError));
}

TEST_CASE("a graph that ends inside a line is never silent") {
  Project project = graph_only_project("A: B1");
  project.graph_ends_inside_line = true;
  CHECK(findings(project) == "warning MG8004 A");
}

}  // namespace
}  // namespace modgraph
