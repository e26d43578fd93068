#include "engine/resolve/recorded_graph.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

Manifest manifest_of(std::string path, std::vector<ModuleVersion> require,
                     std::vector<ModuleVersion> exclude = {}) {
  Manifest m;
  m.module = ModuleDirective{std::move(path), {}, {}};
  m.go = VersionDirective{"1.22", {}};
  for (auto& r : require) m.require.push_back({std::move(r), false, {}});
  for (auto& e : exclude) m.exclude.push_back({std::move(e), {}});
  return m;
}

std::string edges(const ModuleGraph& g) {
  std::string out;
  for (NodeId from : g.nodes())
    for (NodeId to : g.requirements(from))
      out += (out.empty() ? "" : ", ") + g.name(from) + " " + g.name(to);
  return out;
}

TEST_CASE("go.mod alone gives the main module's own requirements") {
  const std::vector manifests = {
      manifest_of("m", {{"b", "v1.0.0"}, {"a", "v2.0.0"}})};
  const auto g = recorded_graph(manifests, {}).value();
  CHECK(edges(g) == "m b@v1.0.0, m a@v2.0.0, m go@1.22");
  CHECK(g.loaded(*g.find("m", "")) == Loaded::kYes);
  CHECK(g.loaded(*g.find("a", "v2.0.0")) == Loaded::kNo);
}

TEST_CASE("what any main module excludes, none requires") {
  const std::vector manifests = {
      manifest_of("m", {{"b", "v1.0.0"}, {"b", "v1.1.0"}}),
      manifest_of("n", {{"b", "v1.0.0"}}, {{"b", "v1.1.0"}})};
  const auto g = recorded_graph(manifests, {}).value();
  CHECK(edges(g) == "m b@v1.0.0, m go@1.22, n b@v1.0.0, n go@1.22");
}

TEST_CASE("a main module that another one requires is not closed") {
  const std::vector manifests = {manifest_of("m", {{"n", "v0.0.0"}}),
                                 manifest_of("n", {})};
  const auto g = recorded_graph(manifests, {}).value();
  CHECK(g.is_main(g.selected(*g.find("n"))));
  CHECK(g.loaded(*g.find("n", "")) == Loaded::kYes);
}

TEST_CASE("a module list alone gives vertices, none of them open") {
  std::vector<ModuleInfo> facts(2);
  facts[0].path = "m";
  facts[0].main = true;
  facts[1].path = "a";
  facts[1].version = "v1.0.0";
  const auto g = recorded_graph({}, facts).value();
  CHECK(g.node_count() == 2);
  CHECK(g.mains().size() == 1);
  CHECK(g.loaded(*g.find("a", "v1.0.0")) == Loaded::kNo);
}

TEST_CASE("a list row whose path cannot be one is an error") {
  std::vector<ModuleInfo> facts(1);
  facts[0].path = "a@b";
  CHECK(recorded_graph({}, facts).error().front().message ==
        "'a@b' is not a module path");
}

}  // namespace
}  // namespace modgraph
