// Replacements and vendor candidates of random projects against their slow
// references.

#include <array>

#include "engine/analysis/analysis.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/vendor.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Some vertices at their version, or all versions of their path, replaced by a
// folder, a fork or another version; each only once in a file.
void add_replacements(test::Random& random, const ModuleGraph& graph,
                      Manifest& manifest) {
  for (std::size_t i = test::below(random, 5); i > 0; --i) {
    const NodeId node{
        static_cast<std::uint32_t>(test::below(random, graph.node_count()))};
    Replacement r;
    r.old.path = test::below(random, 8) == 0 ? "absent" : graph.path(node);
    if (test::below(random, 2) == 0) r.old.version = graph.version(node);
    switch (test::below(random, 3)) {
      case 0:
        r.replacement = {"./" + std::to_string(test::below(random, 3)), ""};
        break;
      case 1:
        r.replacement = {"fork", "v1.0.0"};
        break;
      default:
        r.replacement = {r.old.path, "v1.9.0"};
    }
    bool is_new = true;
    for (const Replacement& other : manifest.replace)
      is_new = is_new && other.old != r.old;
    if (is_new) manifest.replace.push_back(r);
  }
}

Project random_project(test::Random& random) {
  Project out;
  out.graph = test::random_module_graph(random, 12);
  Manifest& manifest = out.manifests.emplace_back();
  manifest.module = ModuleDirective{
      std::string(out.graph.path(out.graph.mains().front())), "", {}};
  add_replacements(random, out.graph, manifest);
  if (test::below(random, 3) == 0)
    add_replacements(random, out.graph, out.work.emplace());
  return out;
}

std::vector<std::string> effect_lines(const Project& project,
                                      std::array<std::size_t, 4>& by_effect) {
  constexpr std::array<std::string_view, 4> kNames = {"applies", "none",
                                                      "shadowed by ", "silent"};
  std::vector<std::string> out;
  for (const ReplacementUse& use : replacement_uses(project)) {
    const auto effect = static_cast<std::size_t>(use.effect);
    ++by_effect[effect];
    std::string& text = out.emplace_back(kNames[effect]);
    if (use.shadowed_by) text += use.shadowed_by->directive.replacement.path;
  }
  return out;
}

std::vector<std::string> scores(const Project& project) {
  std::vector<std::string> out;
  for (const VendorCandidate& c : analyse(project).vendor_candidates)
    out.push_back(std::string(project.graph.path(c.node)) + " " +
                  std::to_string(c.score) + " " + std::to_string(c.dependents));
  return out;
}

std::string text_of_project(const Project& project) {
  std::string out;
  for (const NodeId from : project.graph.nodes())
    for (const NodeId to : project.graph.requirements(from))
      out += project.graph.name(from) + " " + project.graph.name(to) + "\n";
  const auto add = [&](const Manifest& file) {
    for (const Replacement& r : file.replace)
      out += "replace " + r.old.path + " " + r.old.version + " => " +
             r.replacement.path + " " + r.replacement.version + "\n";
  };
  if (project.work) add(*project.work);
  out += "--\n";
  for (const Manifest& file : project.manifests) add(file);
  return out;
}

TEST_CASE("replacements of random projects") {
  test::Random random(20240701);
  std::size_t compared = 0;
  std::array<std::size_t, 4> by_effect{};
  for (int i = 0; i < 20'000; ++i) {
    const Project project = random_project(random);
    INFO(text_of_project(project));
    const auto found = effect_lines(project, by_effect);
    CHECK(found == reference::replacement_effects(project));
    compared += found.size();
  }
  for (const std::size_t count : by_effect) CHECK(count > 100);
  test::report("replacements of random projects", compared, "comparisons");
}

TEST_CASE("vendor candidates of random projects") {
  test::Random random(20240702);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    Project project = random_project(random);
    project.work.reset();  // text alone knows only what go.mod replaces
    INFO(text_of_project(project));
    const auto found = scores(project);
    CHECK(found == reference::vendor_scores(project));
    compared += 1 + found.size();
  }
  test::report("vendor candidates of random projects", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
