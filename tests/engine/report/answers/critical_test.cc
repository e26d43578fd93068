#include "engine/report/answers/critical.h"

#include <string>

#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;

// A requires B and E; B, C and D are a chain, and C and D require each other.
Project shop() {
  return test::graph_project("A: B1 E1 | B1: C1 | C1: D1 | D1: C1");
}

Document checked_document(const Project& project,
                          const ModuleWeights& weights) {
  Document out = critical_document(project, analyse(project), weights);
  CHECK(test::misfit(out) == "");
  return out;
}

std::string critical_text(const Project& project,
                          const ModuleWeights& weights) {
  const Document document = checked_document(project, weights);
  return test::written(
      [&](Sink& out) { write_document_text(document, Length::kShort, out); });
}

// By module A, B, C, ...; 0 is not known.
ModuleWeights weights(PathWeight weight, std::vector<std::uint64_t> of) {
  ModuleWeights out{weight, std::move(of), {}, 0};
  for (const std::uint64_t w : out.of) out.known.push_back(w > 0);
  return out;
}

// Builds fmt, then B, then A, which waits for E too.
BuildTimings timings() {
  BuildTimings out;
  out.file = "actions.json";
  out.actions = {
      {0, "build", "fmt", 0, kSecond, {}},
      {1, "build", "B", kSecond, 3 * kSecond, {0}},
      {2, "build", "E", 0, 2 * kSecond, {}},
      {3, "build", "A", 4 * kSecond, kSecond, {1, 2}},
      {4, "go build", "", 5 * kSecond, 0, {3}},
  };
  return out;
}

TEST_CASE("without weights, chains count modules") {
  const Project project = shop();
  CHECK(critical_text(project, unit_weights(project.graph)) ==
        R"(longest chain of requirements: 4 modules

its modules, from the main module on
  dependents  modules
           0  A
           1  B@v1.0.0
           2  C@v1.0.0 and D@v1.0.0

Modules in one row require each other.
4 of 5 modules have no slack: they are on a chain of this length
To weigh modules: --weight bytes, or --timings FILE from `go build -a -debug-actiongraph=FILE ./...` or a table of module,seconds.
)");
}

TEST_CASE("sizes weigh the chain, and mark bottlenecks") {
  const Project project = test::graph_project("A: B1 C1 D1 | B1: D1 | C1: D1");
  ModuleWeights sizes = weights(PathWeight::kBytes, {0, 1024, 0, 3 << 20});
  sizes.unpacked = 1;
  CHECK(critical_text(project, sizes) ==
        R"(heaviest chain of requirements: 3.0 MiB of 3.0 MiB in all

its modules, from the main module on
   weight  dependents  modules
        ?           0  A
  1.0 KiB           1  B@v1.0.0
  3.0 MiB           3  D@v1.0.0

3 of 4 modules have no slack: they are on a chain of this length
1 bottleneck with 3 or more dependents and a weight of 3.0 MiB or more (the top tenth of each)

bottlenecks
  module  version   weight  slack  dependents
  D       v1.0.0   3.0 MiB    0 B           3

not in the module cache, counted as 0 bytes: A and C@v1.0.0
1 size is of an unpacked folder: its archive is not in the module cache
)");
}

TEST_CASE("an action graph has a schedule") {
  Project project = shop();
  project.timings = timings();
  const Analysis analysis = analyse(project);
  const ModuleWeights times =
      weights_of_timings(*analysis.timings, PathWeight::kBuild);
  CHECK(
      critical_text(project, times) ==
      R"(longest chain of build actions: 5.000 s, which no number of processors shortens
the recorded build took 5.000 s; one after the other, its actions take 7.000 s

time on the chain, by module
  on path    total  owner
  3.000 s  3.000 s  B@v1.0.0
  1.000 s  1.000 s  A
  1.000 s  1.000 s  standard library
  and 2 more

longest actions on the chain
  action  package  seconds
  build   B        3.000 s
  build   fmt      1.000 s
  build   A        1.000 s

slowest chain of requirements to build: 4.000 s of 6.000 s in all

its modules, from the main module on
   weight  dependents  modules
  1.000 s           0  A
  3.000 s           1  B@v1.0.0

4 of 5 modules have no slack: they are on a chain of this length
no bottlenecks: no module has 2 or more dependents and a weight of 3.000 s or more (the top tenth of each)
not built this time, counted as 0 seconds: C@v1.0.0 and D@v1.0.0
)");
}

TEST_CASE("a table of times has none") {
  Project project = shop();
  project.timings =
      BuildTimings{"seconds.csv", {}, {{"B", "", kSecond, 1}}, {}};
  const Analysis analysis = analyse(project);
  const std::string text = critical_text(
      project, weights_of_timings(*analysis.timings, PathWeight::kDownload));
  CHECK(
      text.starts_with("slowest chain of requirements to download: 1.000 s "
                       "of 1.000 s in all\n"));
  CHECK(text.find("not in the timings, counted as 0 seconds: A, C@v1.0.0, "
                  "D@v1.0.0 and E@v1.0.0\n") != std::string::npos);
}

TEST_CASE("a table of building times has no schedule either") {
  Project project = shop();
  project.timings =
      BuildTimings{"seconds.csv", {}, {{"B", "", kSecond, 1}}, {}};
  const Analysis analysis = analyse(project);
  const std::string text = critical_text(
      project, weights_of_timings(*analysis.timings, PathWeight::kBuild));
  CHECK(text.starts_with("slowest chain of requirements to build: 1.000 s"));
  CHECK(text.find("not in the timings, counted as 0 seconds: A, ") !=
        std::string::npos);
}

TEST_CASE("lengths, weights and slack in JSON are numbers of one unit") {
  const Project project = test::graph_project("A: B1 C1");
  const Document document = checked_document(
      project, weights(PathWeight::kBuild, {0, 1'500'000'000, 1}));
  CHECK(test::written([&](Sink& out) { write_document_json(document, out); }) ==
        R"({
"schema_version": 2,
"document": "critical",
"weight": "build",
"unit": "seconds",
"schedule": null,
"length": 1.5,
"total": 1.500000001,
"path": [
  {"weight": null, "dependents": 0, "modules": ["A"]},
  {"weight": 1.5, "dependents": 1, "modules": ["B@v1.0.0"]}
],
"modules": [
  {"module": "A", "version": "", "weight": null, "slack": 0, "dependents": 0},
  {"module": "B", "version": "v1.0.0", "weight": 1.5, "slack": 0, "dependents": 1},
  {"module": "C", "version": "v1.0.0", "weight": 0.000000001, "slack": 1.499999999, "dependents": 1}
],
"without_slack": 2,
"bottlenecks": {"dependents_at_least": 2, "weight_at_least": 1.5, "modules": []},
"without_weight": ["A"],
"unpacked": 0
}
)");
  CHECK(test::written([&](Sink& out) { write_document_csv(document, out); }) ==
        "module,version,weight,slack,dependents\r\n"
        "A,,,0,0\r\n"
        "B,v1.0.0,1.5,0,1\r\n"
        "C,v1.0.0,0.000000001,1.499999999,1\r\n");
}

TEST_CASE("modules that no main module leads to have no slack and no row") {
  const Project project = test::graph_project("A: B1 | C1: D1");
  const Document document =
      checked_document(project, unit_weights(project.graph));
  CHECK(test::written([&](Sink& out) { write_document_csv(document, out); }) ==
        "module,version,weight,slack,dependents\r\n"
        "A,,1,0,0\r\n"
        "B,v1.0.0,1,0,1\r\n");
}

}  // namespace
}  // namespace modgraph
