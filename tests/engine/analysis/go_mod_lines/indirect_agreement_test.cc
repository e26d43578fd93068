// The questions about indirect requirements against their slow references, in
// printed names.

#include "engine/analysis/go_mod_lines/package_use.h"
#include "engine/analysis/go_mod_lines/pinned_by_indirect.h"
#include "engine/analysis/go_mod_lines/stale_lines.h"
#include "engine/analysis/go_mod_lines/unpruned_closure.h"
#include "engine/analysis/go_mod_lines/unreachable_modules.h"
#include "engine/analysis/graph/exclusive.h"
#include "engine/model/selected_graph.h"
#include "tests/support/environment.h"
#include "tests/support/packages.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/indirect.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using test::below;

// The go.mod files that could stand behind a graph: every requirement of a main
// module is a line, some of them indirect, some lines twice.
std::vector<Manifest> random_manifests(test::Random& random,
                                       const ModuleGraph& graph) {
  std::vector<Manifest> out;
  for (NodeId main : graph.mains()) {
    if (below(random, 20) == 0) continue;
    Manifest& manifest = out.emplace_back();
    manifest.module = ModuleDirective{std::string(graph.path(main)), {}, {}};
    for (NodeId n : graph.requirements(main)) {
      if (graph.kind(graph.module_of(n)) != ModuleKind::kModule) continue;
      manifest.require.push_back(
          {{std::string(graph.path(n)), std::string(graph.version(n))},
           below(random, 3) != 0,
           {}});
    }
    if (below(random, 2) == 0 && !manifest.require.empty())
      manifest.tool.push_back(
          {manifest.require[below(random, manifest.require.size())]
                   .module.path +
               "/part",
           {}});
  }
  return out;
}

std::string text_of_input(const ModuleGraph& graph,
                          const std::vector<Manifest>& manifests) {
  std::string out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      out += graph.name(from) + " " + graph.name(to) + "\n";
  for (const Manifest& manifest : manifests) {
    out += "module " + manifest.module->path + "\n";
    for (const Requirement& r : manifest.require)
      out += "  " + r.module.path + " " + r.module.version +
             (r.indirect ? " // indirect\n" : "\n");
    for (const PathDirective& t : manifest.tool) out += "  tool " + t.path;
  }
  return out;
}

std::set<std::string> pinned_names(const ModuleGraph& graph,
                                   const std::vector<Manifest>& manifests) {
  std::set<std::string> out;
  for (const PinnedVersion& h : pinned_by_indirect(graph, manifests)) {
    CHECK_FALSE(h.lines.empty());
    CHECK(h.is_bound == (graph.mains().size() > 1));
    out.insert(std::string(graph.path(h.selected)) + " " +
               std::string(graph.version(h.selected)) + ", else " +
               std::string(graph.version(h.without)));
  }
  return out;
}

std::set<std::string> found_stale(const ModuleGraph& graph,
                                  const std::vector<Manifest>& manifests,
                                  const PackageUse* packages) {
  std::set<std::string> out;
  for (const StaleLine& s :
       stale_indirect_lines(graph, selected_graph(graph), manifests, packages))
    out.insert(manifests[s.line.manifest].module->path + " " +
               std::string(graph.path(s.selected)) +
               (s.reason == StaleReason::kUnreachable     ? ": unreachable"
                : s.reason == StaleReason::kNoPackageHere ? ": no package"
                                                          : ": nobody"));
  return out;
}

std::set<std::string> unreachable_names(const ModuleGraph& graph) {
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  std::set<std::string> out;
  for (const UnreachableModule& l : unreachable_modules(
           graph, exclusive_weights(selected_graph(graph), mains, {})))
    out.insert(std::string(graph.path(l.module)));
  return out;
}

TEST_CASE("pinned, stale and unreachable in random graphs") {
  test::Random random(20240701);
  std::size_t compared = 0, pins = 0, lines = 0, unreached = 0;
  for (int i = 0; i < 20'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 12);
    const std::vector<Manifest> manifests = random_manifests(random, graph);
    INFO(text_of_input(graph, manifests));
    const auto pinned = pinned_names(graph, manifests);
    const auto stale_found = found_stale(graph, manifests, nullptr);
    const auto unreachable = unreachable_names(graph);
    CHECK(pinned == reference::pinned_by_indirect(graph, manifests));
    CHECK(stale_found == reference::stale_lines(graph, manifests, nullptr));
    CHECK(unreachable == reference::unreachable_modules(graph));
    pins += pinned.size();
    lines += stale_found.size();
    unreached += unreachable.size();
    compared += 3;
  }
  CHECK(pins > 100);
  CHECK(lines > 500);
  CHECK(unreached > 500);
  test::report("indirect requirements", compared, "comparisons");
}

TEST_CASE("package use in random graphs") {
  test::Random random(20240702);
  constexpr std::array<const char*, 4> kWords = {"build", "test", "tool",
                                                 "none"};
  std::map<std::string, std::size_t> seen;
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 12);
    const std::vector<Manifest> manifests = random_manifests(random, graph);
    const auto packages = test::random_packages(random, graph);
    INFO(text_of_input(graph, manifests));
    const PackageUse use = package_use(graph, manifests, packages);
    const auto expected = reference::module_uses(graph, manifests, packages);
    for (ModuleId m : graph.modules()) {
      const std::string word =
          kWords[static_cast<std::size_t>(use.use[index(m)])];
      CHECK(word == expected.at(std::string(graph.path(m))));
      ++seen[word];
      ++compared;
    }
    if (!use.is_sound()) {
      ++seen["unsound"];
      continue;
    }
    const auto found = found_stale(graph, manifests, &use);
    CHECK(found == reference::stale_lines(graph, manifests, &expected));
    for (const std::string& line : found) ++seen[line.substr(line.find(':'))];
    ++compared;
  }
  for (const char* word : {"build", "test", "tool", "none", "unsound",
                           ": unreachable", ": no package"}) {
    CAPTURE(word);
    CHECK(seen[word] > 50);
  }
  test::report("package use", compared, "comparisons");
}

TEST_CASE("unpruned closures in random graphs") {
  test::Random random(20240703);
  std::size_t compared = 0, with_cost = 0;
  for (int i = 0; i < 27'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 14);
    if (graph.mains().size() != 1) continue;
    std::vector<GoLine> go_lines(graph.node_count());
    std::set<std::string> unpruned;
    for (NodeId n : graph.nodes()) {
      const bool old = !graph.is_main(n) && below(random, 2) == 0;
      go_lines[index(n)] = std::string(old ? "1.16" : "1.17");
      if (old && graph.kind(graph.module_of(n)) == ModuleKind::kModule)
        unpruned.insert(graph.name(n));
    }
    INFO(text_of_input(graph, {}));
    const UnprunedClosures found = unpruned_closures(graph, go_lines);
    std::set<std::string> lines;
    for (const UnprunedClosure& c : found.roots) {
      std::string line = graph.name(c.root) + ":";
      for (ModuleId m : c.brings) line += " " + std::string(graph.path(m));
      lines.insert(line);
      with_cost += c.brings.empty() ? 0u : 1u;
    }
    if (!found.roots.empty()) {
      std::string line = "together:";
      for (ModuleId m : found.together)
        line += " " + std::string(graph.path(m));
      lines.insert(line);
    }
    CHECK(lines == reference::closures(graph, unpruned));
    ++compared;
  }
  CHECK(with_cost > 500);
  test::report("unpruned closures", compared, "graphs");
}

}  // namespace
}  // namespace modgraph
