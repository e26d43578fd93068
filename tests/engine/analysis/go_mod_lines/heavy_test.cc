#include "engine/analysis/go_mod_lines/heavy.h"

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "B 12": the weights are given, B first.
std::string heavy(std::string_view graph_text,
                  std::initializer_list<std::string_view> manifest_texts,
                  std::vector<std::uint32_t> weights,
                  const HeavyOptions& options = {}) {
  const ModuleGraph graph = test::module_graph(graph_text);
  std::vector<Manifest> manifests;
  for (std::string_view text : manifest_texts)
    manifests.push_back(test::manifest(text));
  weights.insert(weights.begin(), 99);  // the main module
  std::string out;
  for (const HeavyRequirement& h : heavy_requirements(
           graph, selected_graph(graph), manifests, weights, options))
    out += (out.empty() ? "" : ", ") + std::string(graph.path(h.module)) + " " +
           std::to_string(h.exclusive);
  return out;
}

TEST_CASE("from ten modules on, the heaviest first") {
  CHECK(heavy("A: B1 C1 D1", {"A: B1 C1 D1"}, {10, 9, 40}) == "D 40, B 10");
}

TEST_CASE("from one in a hundred of the build list on") {
  CHECK(heavy("A: B1 C1 D1", {"A: B1 C1 D1"}, {10, 9, 40},
              {.least_modules = 1, .least_per_mille = 10'000}) == "D 40");
  CHECK(heavy("A: B1 C1 D1", {"A: B1 C1 D1"}, {10, 9, 40},
              {.least_modules = 1, .least_per_mille = 10'001})
            .empty());
}

TEST_CASE("only direct requirements, and all of them without a go.mod") {
  CHECK(heavy("A: B1 C1 | B1: D1", {"A: B1 | indirect: C1"}, {10, 20, 30}) ==
        "B 10");
  CHECK(heavy("A: B1 C1 | B1: D1", {}, {10, 20, 30}) == "C 20, B 10");
}

}  // namespace
}  // namespace modgraph
