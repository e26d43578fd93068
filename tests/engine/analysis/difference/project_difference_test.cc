#include "engine/analysis/difference/project_difference.h"

#include "engine/analysis/graph/exclusive.h"
#include "engine/model/selected_graph.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"
#include "tests/support/world_differences.h"

namespace modgraph::test {
namespace {

TEST_CASE("counts of both builds") {
  const ProjectDifference d = difference_of_worlds(
      "m/1.20: A1", "m/1.20: A1 D1",
      "A1/1.20: B1 | B1/1.20: | D1/1.20: B1 C1 | C1/1.20: B1");
  CHECK(d.before.modules == 3);
  CHECK(d.after.modules == 5);
  CHECK(d.before.hidden == 1);
  CHECK(d.after.hidden == 2);
  CHECK(d.before.requirements == 2);
  CHECK(d.after.requirements == 5);  // that of C is not loaded
  CHECK(d.before.longest_chain == 3);
  CHECK(d.after.longest_chain == 3);
}

TEST_CASE("an edit carries the changes that it is the first cause of") {
  const ProjectDifference d =
      difference_of_worlds("m/1.20: A1 B1", "m/1.20: A2 B1",
                           "A1/1.20: D1 | A2/1.20: B2 C1 | B1/1.20: | B2/1.20: "
                           "| C1/1.20: | D1/1.20:");
  REQUIRE(d.edits.size() == 1);
  CHECK(edit_name(d.edits[0]) ==
        "go.mod: require example.com/A: v1.1.0 -> v1.2.0");
  CHECK(d.effects[0].added == 1);     // C
  CHECK(d.effects[0].upgraded == 2);  // A and B
  CHECK(d.effects[0].removed == 1);   // D
  CHECK(d.effects[0].all() == 4);
}

TEST_CASE("a requirement becomes direct") {
  const ProjectDifference d = difference_of_worlds(
      "m/1.20: A1 B1?", "m/1.20: A1? B1", "A1/1.20: | B1/1.20:");
  REQUIRE(d.direct.size() == 2);
  CHECK(d.direct[0].path == "example.com/A");
  CHECK(!d.direct[0].direct_after);
  CHECK(d.direct[1].path == "example.com/B");
  CHECK(d.direct[1].direct_after);
  CHECK(d.moves.empty());
}

TEST_CASE("new direct dependencies, and what is there for them alone") {
  const ProjectDifference d = difference_of_worlds(
      "m/1.20: A1 C1?", "m/1.20: A1 B1 C1 D1? E1?",
      "A1/1.20: | B1/1.20: D1 E1 | C1/1.20: | D1/1.20: | E1/1.20:");
  REQUIRE(d.new_direct.size() == 2);
  CHECK(d.new_direct[0].path == "example.com/B");
  CHECK(d.new_direct[0].exclusive == 3);
  CHECK(d.new_direct[1].path == "example.com/C");
  CHECK(d.new_direct[1].exclusive == 1);
  CHECK(d.new_direct[0].source.bytes == 0);
  CHECK(d.new_direct[0].source.unknown == 3);
}

TEST_CASE("what a dependency brings in bytes, with what is nested in it") {
  // D has no archive; F is there for B and C, and so for neither.
  Project project = graph_project("A: B1 C1 | B1: D1 E1 F1 | C1: F1");
  for (const auto& [path, bytes] :
       {std::pair("B", 10), std::pair("C", 200), std::pair("E", 3'000),
        std::pair("F", 40'000)})
    project.metadata.modules.push_back(
        {{path, "v1.0.0"}, "", static_cast<std::uint64_t>(bytes)});
  const Digraph<ModuleId> selected = selected_graph(project.graph);
  const auto tree = exclusive_tree(selected, main_modules(project.graph), {});
  const auto in_words = [&](std::initializer_list<const char*> paths) {
    std::vector<ModuleId> of;
    for (const char* path : paths) of.push_back(*project.graph.find(path));
    std::string out;
    for (const BroughtSource& s : brought_sources(project, tree, of))
      out += std::to_string(s.bytes) + "+" + std::to_string(s.unknown) + " ";
    return out;
  };
  CHECK(in_words({"B", "C"}) == "3010+1 200+0 ");
  CHECK(in_words({"E", "B"}) == "3000+0 3010+1 ");
  CHECK(in_words({"D"}) == "0+1 ");
}

TEST_CASE("the go version of the build, and what forces it") {
  const ProjectDifference d =
      difference_of_worlds("m/1.21: A1", "m/1.22: A1", "A1/1.20:");
  REQUIRE(d.go);
  CHECK(d.go->before == "1.21");
  CHECK(d.go->after == "1.22");
  CHECK(d.go->forced_by == std::vector<std::string>{"m"});
  CHECK(!difference_of_worlds("m/1.21: A1", "m/1.21: A1", "A1/1.20:").go);
}

TEST_CASE("modules of a workspace that come and go are no changes") {
  CHECK(
      difference_of_worlds("work/1.21: x | x/1.21: A1",
                           "work/1.21: x y | x/1.21: A1 | y/1.21:", "A1/1.20:")
          .moves.empty());
}

}  // namespace
}  // namespace modgraph::test
