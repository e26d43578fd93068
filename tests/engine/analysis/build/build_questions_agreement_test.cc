// Questions about the versions of builds against their slow references, on
// random builds whose paths have majors and whose versions are of every kind.

#include <array>
#include <memory>
#include <set>
#include <string_view>

#include "engine/analysis/graph/requirers.h"
#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/analysis/versions/forced_go.h"
#include "engine/analysis/versions/listed_updates.h"
#include "engine/analysis/versions/prerelease_selected.h"
#include "engine/analysis/versions/split_majors.h"
#include "engine/model/graph_builder.h"
#include "tests/support/environment.h"
#include "tests/support/random_text.h"
#include "tests/support/reference/build_questions.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using test::below;
using test::Random;

constexpr int kBuilds = 20'000;

constexpr std::array<std::string_view, 10> kPaths = {
    "x/m",         "x/m/v2",        "x/m/v10",       "x/m/v1", "x/m-v2",
    "x/m/v2/part", "gopkg.in/m.v1", "gopkg.in/m.v2", "y/m/v2", "y/m"};
constexpr std::array<std::string_view, 9> kVersions = {
    "v1.0.0",
    "v1.9.0",
    "v1.10.0",
    "v2.0.0+incompatible",
    "v10.1.0+incompatible",
    "v1.9.1-0.20240102030405-abcdefabcdef",
    "v1.10.0-rc.1",
    "v2.1.0-rc.1+incompatible",
    "v0.0.0-20200101000000-abcdefabcdef"};
constexpr std::array<std::string_view, 4> kGo = {"1.21", "1.22rc1", "1.22",
                                                 "1.22.1"};

template <class List>
std::string_view any(Random& random, const List& list) {
  return list[below(random, list.size())];
}

Manifest random_manifest(Random& random) {
  Manifest out;
  out.file = "go.mod";
  out.module = ModuleDirective{"main", "", {}};
  out.go = VersionDirective{std::string(any(random, kGo)), {}};
  for (std::size_t i = below(random, 4); i > 0; --i)
    out.require.push_back({{std::string(any(random, kPaths)),
                            std::string(any(random, kVersions))},
                           below(random, 2) == 0,
                           {}});
  std::set<ModuleVersion> replaced;
  for (std::size_t i = below(random, 4); i > 0; --i) {
    Replacement line;
    line.old.path = any(random, kPaths);
    if (below(random, 2) == 0) line.old.version = any(random, kVersions);
    line.replacement = {below(random, 2) == 0 ? "x/fork" : "y/fork", "v1.0.0"};
    if (replaced.insert(line.old).second) out.replace.push_back(line);
  }
  return out;
}

ModuleInfo random_row(Random& random) {
  ModuleInfo out;
  out.path = any(random, kPaths);
  out.version = any(random, kVersions);
  if (below(random, 3) == 0) out.retracted.emplace_back("a reason");
  if (below(random, 3) == 0) out.deprecated = "a notice";
  if (below(random, 3) == 0) out.update = std::make_unique<ModuleRecord>();
  if (below(random, 4) == 0) out.replace = std::make_unique<ModuleRecord>();
  return out;
}

Project random_build(Random& random) {
  GraphBuilder builder;
  std::vector<GraphBuilder::Handle> vertices{builder.add("main", "")};
  // Sometimes a module that is a dependency elsewhere.
  if (below(random, 8) == 0)
    vertices.push_back(builder.add(any(random, kPaths), ""));
  for (std::size_t i = 1 + below(random, 9); i > 0; --i)
    vertices.push_back(
        below(random, 5) == 0
            ? builder.add("go", any(random, kGo))
            : builder.add(any(random, kPaths), any(random, kVersions)));
  const auto vertex = [&] { return vertices[below(random, vertices.size())]; };
  for (std::size_t i = below(random, 2 * vertices.size()); i > 0; --i)
    builder.require(vertex(), vertex());
  Project out;
  out.graph = std::move(builder).freeze().value();
  if (below(random, 2) == 0) out.manifests.push_back(random_manifest(random));
  for (std::size_t i = below(random, 4); i > 0; --i)
    out.module_info.push_back(random_row(random));
  return out;
}

std::vector<std::string> split_major_lines(const ModuleGraph& graph) {
  std::vector<std::string> out;
  for (const SplitMajor& split : split_majors(graph)) {
    std::string line;
    for (ModuleId m : split.modules)
      line += (line.empty() ? "" : " ") + graph.name(graph.selected(m));
    out.push_back(line + (split.same_major_twice ? " twice" : ""));
  }
  return out;
}

std::vector<std::string> prerelease_lines(const ModuleGraph& graph) {
  const Rows<NodeId> requirers =
      distinct_requirers(graph, printed_order(graph));
  std::vector<std::string> out;
  for (const PrereleaseSelected& e : prerelease_selected(graph, requirers))
    out.push_back(graph.name(e.selected) + " over " +
                  std::string(graph.version(e.release)));
  return out;
}

std::string go_line(const Project& project) {
  const auto found = forced_go(project);
  if (!found) return "";
  std::string out = found->own + " <= " + found->forced;
  for (NodeId n : found->by) out += " " + project.graph.name(n);
  return out + (found->raised ? " raised" : "");
}

std::set<std::string> update_lines(const Project& project) {
  const ListedUpdates found =
      listed_updates(project.graph, project.module_info);
  std::set<std::string> out;
  for (const ListedFact& f : found.retracted)
    out.insert("retracted " + project.graph.name(f.node));
  for (const ListedFact& f : found.deprecated)
    out.insert("deprecated " + project.graph.name(f.node));
  for (const ListedFact& f : found.outdated)
    out.insert("outdated " + project.graph.name(f.node));
  return out;
}

// Every row names each side once, so the sets of both say the same.
std::set<std::string> cross_drift_lines(
    const std::vector<const Project*>& builds) {
  std::set<std::string> out;
  const auto add = [&](const CrossModuleDrift& d, const char* what,
                       const std::set<std::string>& all) {
    if (all.empty()) return;
    std::string line = d.path + " " + what;
    for (const std::string& one : all) line += " " + one;
    out.insert(line);
  };
  for (const CrossModuleDrift& d : cross_module_drift(builds)) {
    std::set<std::string> asked, selected, replaced;
    for (const RequiredByMains& row : d.required) asked.insert(row.version);
    for (const BuiltByMains& row : d.selected) selected.insert(row.version);
    for (const ReplacedByMains& row : d.replaced)
      replaced.insert(row.by.path.empty() ? "-"
                                          : row.by.path + "@" + row.by.version);
    add(d, "asked", asked);
    add(d, "selected", selected);
    add(d, "replaced", replaced);
  }
  return out;
}

TEST_CASE("questions about the versions of random builds") {
  Random random(20240611);
  std::array<std::size_t, 4> found{};
  for (int i = 0; i < kBuilds; ++i) {
    const Project build = random_build(random);
    const auto split = split_major_lines(build.graph);
    const auto pre = prerelease_lines(build.graph);
    const auto go = go_line(build);
    const auto listed = update_lines(build);
    CHECK(split == reference::split_majors(build.graph));
    CHECK(pre == reference::prerelease_selected(build.graph));
    CHECK(go == reference::forced_go(build));
    CHECK(listed == reference::listed_updates(build));
    found[0] += split.size();
    found[1] += pre.size();
    found[2] += go.empty() ? 0u : 1u;
    found[3] += listed.size();
  }
  for (std::size_t count : found) CHECK(count > 500);
  test::report("questions about the versions of random builds",
               std::size_t{4} * kBuilds, "comparisons");
}

TEST_CASE("drift between random builds") {
  Random random(20240612);
  std::size_t found = 0;
  for (int i = 0; i < kBuilds; ++i) {
    std::vector<Project> builds;
    for (std::size_t count = 2 + below(random, 3); count > 0; --count) {
      builds.push_back(random_build(random));
      builds.back().manifests.clear();
      builds.back().manifests.push_back(random_manifest(random));
      // What a go.mod asks for is in the graph of its build.
      std::erase_if(builds.back().manifests.front().require,
                    [&](const Requirement& r) {
                      return !builds.back().graph.find(r.module.path);
                    });
    }
    std::vector<const Project*> pointers;
    for (const Project& build : builds) pointers.push_back(&build);
    const auto between = cross_drift_lines(pointers);
    CHECK(between == reference::cross_module_drift(pointers));
    found += between.size();
  }
  CHECK(found > 10'000);
  test::report("drift between random builds", kBuilds, "comparisons");
}

}  // namespace
}  // namespace modgraph
