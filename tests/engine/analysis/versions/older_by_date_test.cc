#include "engine/analysis/versions/older_by_date.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr const char* kOf2021 = "v0.0.0-20210128214336-420b1d36250f";
constexpr const char* kOf2018 = "v1.9.1-0.20180101000000-abcdefabcdef";

// "m@v17.12.1+incompatible 2018-02-27 < m@v0... 2021-01-28", of a graph in
// which the module m is published at this time.
std::string older(const std::string& text, const std::string& version,
                  const std::string& time) {
  Project project;
  project.graph = test::module_graph(text);
  project.metadata.modules = {{{"x/m", version}, time, {}}};
  std::string out;
  for (const OlderByDate& one : older_by_date(project))
    out += project.graph.name(one.selected) + " " + one.selected_date + " < " +
           "x/m@" + one.newer + " " + one.newer_date;
  return out;
}

TEST_CASE("an old tag can be higher than a newer commit") {
  const std::string tag = "v17.12.1-ce+incompatible";
  const std::string graph =
      std::string("A: x/m@") + kOf2021 + " B1 | B1: x/m@" + tag;
  CHECK(older(graph, tag, "2018-02-27T10:00:00Z") ==
        "x/m@" + tag + " 2018-02-27 < x/m@" + kOf2021 + " 2021-01-28");
  // Not two years apart, newer, or not known.
  CHECK(older(graph, tag, "2019-12-31T10:00:00Z").empty());
  CHECK(older(graph, tag, "2022-01-01T10:00:00Z").empty());
  CHECK(older(graph, tag, "").empty());
}

TEST_CASE("a line that the go command would raise is required too") {
  const std::string tag = "v17.12.1-ce+incompatible";
  Project project;
  project.graph = test::module_graph("A: x/m@" + tag);
  project.metadata.modules = {{{"x/m", tag}, "2018-02-27T10:00:00Z", {}}};
  CHECK(older_by_date(project).empty());
  project.update = GoModUpdate{"go.mod", {{"x/m", kOf2021, tag}}};
  REQUIRE(older_by_date(project).size() == 1);
  CHECK(older_by_date(project)[0].newer == kOf2021);
}

TEST_CASE("commits have their dates in their names") {
  const std::string graph =
      std::string("A: x/m@") + kOf2021 + " B1 | B1: x/m@" + kOf2018;
  CHECK(older(graph, "", "") == std::string("x/m@") + kOf2018 +
                                    " 2018-01-01 < x/m@" + kOf2021 +
                                    " 2021-01-28");
}

TEST_CASE("what replaces the selected version is what is built") {
  const auto with = [](ModuleVersion replacement) {
    Project project;
    project.graph = test::module_graph(std::string("A: x/m@") + kOf2021 +
                                       " B1 | B1: x/m@" + kOf2018);
    Manifest& manifest = project.manifests.emplace_back();
    manifest.module = {"A", {}, {}};
    manifest.replace.push_back({{"x/m", ""}, std::move(replacement), {}});
    return older_by_date(project).size();
  };
  CHECK(with({"x/m", kOf2021}) == 0);
  CHECK(with({"y/m", kOf2018}) == 1);
  CHECK(with({"../m", ""}) == 0);
}

TEST_CASE("one version alone is not compared") {
  CHECK(older(std::string("A: x/m@") + kOf2018, "", "").empty());
}

}  // namespace
}  // namespace modgraph
