#include "engine/model/module_graph.h"

#include "engine/model/graph_builder.h"
#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using test::module_graph;
using test::short_name;

std::string nodes(const ModuleGraph& g) {
  std::string out;
  for (NodeId n : g.nodes()) out += (out.empty() ? "" : " ") + short_name(g, n);
  return out;
}

std::string selected_names(const ModuleGraph& g) {
  std::string out;
  for (ModuleId m : g.modules())
    out += (out.empty() ? "" : " ") + short_name(g, g.selected(m));
  return out;
}

std::string requirements(const ModuleGraph& g, std::string_view path,
                         std::string_view version) {
  std::string out;
  for (NodeId n : g.requirements(g.find(path, version).value()))
    out += (out.empty() ? "" : " ") + short_name(g, n);
  return out;
}

std::string edge_names(const ModuleGraph& g, const Digraph<ModuleId>& modules) {
  std::string out;
  for (ModuleId m : g.modules())
    for (ModuleId to : modules.dependencies(m))
      out += (out.empty() ? "" : " ") + std::string(g.path(m)) + ">" +
             std::string(g.path(to));
  return out;
}

TEST_CASE("nodes are sorted by path, then by Go's version order") {
  CHECK(nodes(module_graph("A: C10 C9 B1 | C9: A1 | B1: go1.21 go1.9")) ==
        "A1 A B1 C9 C10 go1.9 go1.21");
}

TEST_CASE("the highest version of a path is selected, a main above all") {
  CHECK(selected_names(module_graph("A: B1 C2 | B1: D3 A9 | C2: D2")) ==
        "A B1 C2 D3");
}

TEST_CASE("a row keeps file order and repeats") {
  const auto g = module_graph("A: C2 B1 C2 | B1: C1 | A: B1");
  CHECK(requirements(g, "A", "") == "C2 B1 C2 B1");
  CHECK(g.requirers(*g.find("C", "v2.0.0")).size() == 2);
}

TEST_CASE("a vertex without lines is neither open nor closed in graph text") {
  const auto g = module_graph("A: B1 | B1: C1");
  CHECK(g.loaded(*g.find("A", "")) == Loaded::kYes);
  CHECK(g.loaded(*g.find("B", "v1.0.0")) == Loaded::kYes);
  CHECK(g.loaded(*g.find("C", "v1.0.0")) == Loaded::kUnknown);
}

TEST_CASE("several main modules come in the order of their paths") {
  const auto g = module_graph("B: C1 | A: C2");
  REQUIRE(g.mains().size() == 2);
  CHECK(short_name(g, g.mains()[0]) == "A");
  CHECK(short_name(g, g.mains()[1]) == "B");
}

TEST_CASE("names are found, and what is absent is not") {
  const auto g = module_graph("A: B1 B1.5 B2");
  CHECK(g.name(g.find("B", "v1.5.0").value()) == "B@v1.5.0");
  CHECK(g.name(g.find("A", "").value()) == "A");
  CHECK_FALSE(g.find("B", "v1.4.0"));
  CHECK_FALSE(g.find("AA"));
  CHECK_FALSE(ModuleGraph().find("A"));
}

TEST_CASE("versions that differ in build metadata only are two nodes") {
  GraphBuilder builder;
  const auto a = builder.add("A", "");
  builder.require(a, builder.add("B", "v1.0.0+b"));
  builder.require(a, builder.add("B", "v1.0.0+a"));
  const auto g = std::move(builder).freeze().value();
  CHECK(g.versions(*g.find("B")).size() == 2);
  CHECK(g.version(g.find("B", "v1.0.0+b").value()) == "v1.0.0+b");
  CHECK(g.version(g.find("B", "v1.0.0+a").value()) == "v1.0.0+a");
}

TEST_CASE("the selected graph has the requirements of selected versions") {
  const auto g = module_graph(
      "A: B1 C1 go1.20 | B1: C2 C1 B0.5 | C1: D1 | C2: A1 | A1: E1");
  CHECK(edge_names(g, selected_graph(g)) == "A>B A>C B>C C>A");
}

TEST_CASE("the path graph has the requirements of all versions") {
  const auto g =
      module_graph("A: B1 C1 go1.20 | B1: C2 | C1: D1 | go1.20: go1.21");
  CHECK(edge_names(g, path_graph(g)) == "A>B A>C B>C C>D");
}

}  // namespace
}  // namespace modgraph
