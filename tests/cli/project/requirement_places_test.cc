#include "cli/project/requirement_places.h"

#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A main module, what it requires, and a module cache to look into.
struct Fixture {
  test::TemporaryFolder cache;
  ImportedProject imported;

  explicit Fixture(const std::string& go_mod = "") {
    auto text = parse_graph_text("graph.txt",
                                 "example.com/app a.b/Mod@v1.0.0\n"
                                 "example.com/app a.b/old@v1.0.0\n"
                                 "a.b/Mod@v1.0.0 a.b/old@v1.0.0\n");
    imported.project.graph = std::move(text.value().builder).freeze().value();
    imported.module_cache = cache.path();
    if (!go_mod.empty())
      imported.project.manifests.push_back(
          parse_main_go_mod("app/go.mod", go_mod).value());
  }

  // "FILE:LINE:COLUMN what", or "-".
  std::string place(const std::string& from, const std::string& from_version,
                    const std::string& to, const std::string& to_version) {
    const ModuleGraph& graph = imported.project.graph;
    const auto found = RequirementPlaces(imported).find(
        {*graph.find(from, from_version), *graph.find(to, to_version)});
    if (!found) return "-";
    return found->file + ":" + std::to_string(found->line) + ":" +
           std::to_string(found->column) + " " + found->label;
  }
};

const std::string kMain = "module example.com/app\nrequire a.b/Mod v1.0.0\n";

TEST_CASE("the requirement of a main module is on a line of its go.mod") {
  Fixture f(kMain);
  CHECK(f.place("example.com/app", "", "a.b/Mod", "v1.0.0") ==
        "app/go.mod:2:1 asks for v1.0.0");
  CHECK(f.place("example.com/app", "", "a.b/old", "v1.0.0") == "-");
  CHECK(Fixture().place("example.com/app", "", "a.b/Mod", "v1.0.0") == "-");
}

TEST_CASE("that of a dependency is in the module cache, or it is not") {
  Fixture f(kMain);
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") == "-");
  f.cache.write("cache/download/a.b/!mod/@v/v1.0.0.mod",
                "module a.b/Mod\n\nrequire (\n\ta.b/old v0.9.0\n)\n");
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") ==
        "a.b/Mod@v1.0.0/go.mod:4:2 asks for v0.9.0");
  f.imported.module_cache.clear();
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") == "-");
}

TEST_CASE("a replaced dependency is read where its replacement lies") {
  Fixture f(kMain + "replace a.b/Mod => c.d/fork v1.5.0\n");
  f.cache.write("cache/download/a.b/!mod/@v/v1.0.0.mod",
                "module a.b/Mod\nrequire a.b/old v1.0.0\n");
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") == "-");
  f.cache.write("cache/download/c.d/fork/@v/v1.5.0.mod",
                "module a.b/Mod\n\n\nrequire a.b/old v1.0.0\n");
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") ==
        "c.d/fork@v1.5.0/go.mod:4:1 asks for v1.0.0");
}

TEST_CASE("a go.mod that cannot be parsed has no lines") {
  Fixture f(kMain);
  f.cache.write("cache/download/a.b/!mod/@v/v1.0.0.mod", "module (((\n");
  CHECK(f.place("a.b/Mod", "v1.0.0", "a.b/old", "v1.0.0") == "-");
}

}  // namespace
}  // namespace modgraph
