#include "engine/findings/run_rules.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project timed_project(std::string_view text, BuildTimings timings) {
  Project out;
  out.graph = test::module_graph(text);
  out.graph_file = "graph.txt";
  timings.file = "timings";
  out.timings = std::move(timings);
  return out;
}

// The messages of MG8008, with file and line where they have a place.
std::string timing_findings(BuildTimings timings) {
  const Project project =
      timed_project("A: B1 C1 | B1: C1", std::move(timings));
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), {})) {
    if (f.rule->code != "MG8008") continue;
    out += (out.empty() ? "" : "; ") + f.message;
    if (f.location)
      out += " (" + f.location->file + ":" + std::to_string(f.location->line) +
             ")";
  }
  return out;
}

BuildAction action(std::string package) {
  BuildAction out;
  out.package = std::move(package);
  return out;
}

TEST_CASE("MG8008 packages that no module of the graph has") {
  BuildTimings timings;
  timings.actions = {action("B/x"), action("x.y/z"), action("x.y/a")};
  CHECK(timing_findings(timings) ==
        "timings has times for 'x.y/a' and 1 more, but graph.txt has no module "
        "for them");
  timings.actions.pop_back();
  CHECK(timing_findings(timings) ==
        "timings has times for 'x.y/z', but graph.txt has no module for it");
}

TEST_CASE("MG8008 near miss: modules, the standard library, the build itself") {
  BuildTimings timings;
  timings.actions = {action("B/x"), action("C"), action("net/http"), action(""),
                     action("A/cmd")};
  CHECK(timing_findings(timings) == "");
}

TEST_CASE("MG8008 modules at another version, unknown ones, with their line") {
  BuildTimings timings;
  timings.modules = {{"B", "v1.1.0", 5, 3}, {"x.y", "", 5, 4}};
  CHECK(timing_findings(timings) ==
        "timings has times for 'x.y', but graph.txt has no module for it "
        "(timings:4); timings has a time for 'B' v1.1.0, but graph.txt selects "
        "v1.0.0 (timings:3)");
  timings.modules = {{"B", "v1.0.0", 5, 3}, {"C", "", 5, 4}};
  CHECK(timing_findings(timings) == "");
}

TEST_CASE("MG8008 actions that are named and not there") {
  BuildTimings timings;
  timings.actions = {action("B")};
  timings.missing = {{9, "build B", 7}};
  CHECK(timing_findings(timings) ==
        "timings has no action 9, but 'build B' needs it (timings:7)");
}

}  // namespace
}  // namespace modgraph
