#include "engine/findings/run_rules.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "warning go.mod:2: message" of every finding of a rule, joined by " | ".
std::string found_replacements(std::string_view code, const Project& project) {
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), {})) {
    if (f.rule->code != code) continue;
    out += (out.empty() ? "" : " | ") + std::string(level_name(f.level));
    if (f.location)
      out += " " + f.location->file + ":" + std::to_string(f.location->line);
    out += ": " + f.message;
  }
  return out;
}

std::string found_replacements(std::string_view code, std::string_view graph,
                               std::string_view files) {
  return found_replacements(code, test::project_with(graph, files));
}

Project in_folder(std::string_view graph, std::string_view files) {
  Project out = test::project_with(graph, files);
  out.folder.emplace();
  return out;
}

TEST_CASE("MG5001 a replacement that replaces nothing") {
  CHECK(found_replacements("MG5001", "A: B2",
                           "module A; replace B v1.0.0 => C v1.0.0") ==
        "warning go.mod:2: go.mod replaces 'B' v1.0.0, but v2.0.0 is selected");
  CHECK(found_replacements("MG5001", "A: B1",
                           "module A; replace C => D v1.0.0") ==
        "warning go.mod:2: go.mod replaces 'C', but no such module is in the "
        "build");
  CHECK(found_replacements("MG5001", "A: B1",
                           "go 1.20; replace C => ./c | module A") ==
        "warning go.work:2: go.work replaces 'C', but no such module is in "
        "the build");
  CHECK(found_replacements("MG5001", "A: B1",
                           "module A; replace B v1.0.0 => C v1.0.0")
            .empty());
}

TEST_CASE("MG5001 says nothing of a build that is not known") {
  Project project =
      test::project_with("A: B1", "module A; replace C => D v1.0.0");
  CHECK_FALSE(found_replacements("MG5001", project).empty());
  project.has_graph_text = false;
  CHECK(found_replacements("MG5001", project).empty());
  project.has_graph_text = true;
  project.has_stand_ins = true;
  CHECK(found_replacements("MG5001", project).empty());
}

TEST_CASE("MG5002 an exclusion that takes nothing out") {
  Project project = in_folder(
      "A: B2",
      "module A; exclude B v1.0.0; exclude B v1.1.0; exclude C v1.0.0");
  project.folder->excluded = {{{"C", "v1.0.0"}, {"B", "v2.0.0"}}};
  CHECK(found_replacements("MG5002", project) ==
        "warning go.mod:2: go.mod excludes 'B' v1.0.0 and v1.1.0, which no "
        "go.mod of the build requires");
  // Graph text does not show what was taken out of it.
  project.folder.reset();
  CHECK(found_replacements("MG5002", project).empty());
}

TEST_CASE("MG5003 a replacement by a folder") {
  CHECK(found_replacements(
            "MG5003", "A: B1 C1 D1",
            "module A; replace B => ../b; replace C => ./c; replace D => "
            "./d/x/../../e") ==
        "warning go.mod:2: go.mod replaces 'B' with ../b, a folder outside the "
        "repository | note go.mod:3: go.mod replaces 2 modules with folders of "
        "the repository: C and D");
  CHECK(found_replacements("MG5003", "A: B1", "module A; replace B => /b") ==
        "warning go.mod:2: go.mod replaces 'B' with /b, a folder outside the "
        "repository");
  CHECK(found_replacements("MG5003", "A: B1", "module A; replace B => C v1.0.0")
            .empty());
  CHECK(found_replacements("MG5003", "A: B1",
                           "go 1.20; replace B => ../b | module A")
            .empty());
}

TEST_CASE("MG5004 a module whose commands cannot be installed") {
  Project project =
      in_folder("A: B1", "module A; replace B => C v1.0.0; exclude B v1.1.0");
  project.folder->commands = {"cmd/tool"};
  CHECK(found_replacements("MG5004", project) ==
        "note go.mod:2: `go install A/cmd/tool@VERSION` fails: go.mod has 1 "
        "replace line and 1 exclude line");
  project.folder->commands = {std::nullopt};
  CHECK(found_replacements("MG5004", project).empty());
  project = in_folder("A: B1", "module A; require B v1.0.0");
  project.folder->commands = {"."};
  CHECK(found_replacements("MG5004", project).empty());
}

DependencyReplacement hidden(std::string_view path, ModuleVersion by) {
  return {{"B", "v1.0.0"}, {{std::string(path), ""}, std::move(by), {}}};
}

TEST_CASE("MG5005 a replacement of a dependency") {
  const std::string_view graph = "A: B1 C1 | B1: C1";
  Project project = in_folder(graph, "module A");
  project.folder->replacements = {hidden("C", {"F", "v1.0.0"}),
                                  hidden("X", {"F", "v1.0.0"})};
  CHECK(found_replacements("MG5005", project) ==
        "note: B@v1.0.0 replaces C with F@v1.0.0, which does not apply here");
  // The same here, or what is built anyway.
  project = in_folder(graph, "module A; replace C => F v1.0.0");
  project.folder->replacements = {hidden("C", {"F", "v1.0.0"})};
  CHECK(found_replacements("MG5005", project).empty());
  project = in_folder(graph, "module A");
  project.folder->replacements = {hidden("C", {"C", "v1.0.0"})};
  CHECK(found_replacements("MG5005", project).empty());
}

TEST_CASE("MG5005 modules of one repository are developed side by side") {
  Project project =
      in_folder("A: x.example/b1 x.example/c1 y.example/d1", "module A");
  const ModuleVersion by{"x.example/b", "v1.0.0"};
  project.folder->replacements = {
      {by, {{"x.example/c", ""}, {"../c", ""}, {}}}};
  CHECK(found_replacements("MG5005", project).empty());
  project.folder->replacements = {
      {by, {{"y.example/d", ""}, {"../d", ""}, {}}}};
  CHECK(found_replacements("MG5005", project) ==
        "note: x.example/b@v1.0.0 replaces y.example/d with ../d, which does "
        "not apply here");
}

TEST_CASE("MG5006 a replacement that another one overrides") {
  CHECK(found_replacements(
            "MG5006", "A: B1",
            "module A; replace B => C v1.0.0; replace B v1.0.0 => D "
            "v1.0.0") ==
        "warning go.mod:2: go.mod replaces 'B' with C@v1.0.0, but D@v1.0.0 is "
        "used");
  CHECK(found_replacements(
            "MG5006", "A: B2",
            "module A; replace B => C v1.0.0; replace B v1.0.0 => D v1.0.0")
            .empty());
}

}  // namespace
}  // namespace modgraph
