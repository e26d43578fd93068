// On real modules every indirect module that a direct dependency leads to gets
// a way, and every way is a chain of requirements.

#include <algorithm>

#include "engine/analysis/ways.h"
#include "engine/model/selected_graph.h"
#include "tests/support/corpus.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// What the direct dependencies of the main modules reach over selected
// versions.
std::vector<bool> reached_by_direct(const Project& project,
                                    const Digraph<ModuleId>& selected) {
  const ModuleGraph& graph = project.graph;
  std::vector<bool> marked(graph.module_count());
  std::vector<ModuleId> queue;
  const auto mark = [&](ModuleId m) {
    if (marked[index(m)]) return;
    marked[index(m)] = true;
    queue.push_back(m);
  };
  for (const Manifest& manifest : project.manifests)
    for (const Requirement& r : manifest.require)
      if (const auto m = graph.find(r.module.path); m && !r.indirect) mark(*m);
  // Of a main module without a go.mod every requirement is taken for direct.
  for (const NodeId main : graph.mains())
    if (std::none_of(project.manifests.begin(), project.manifests.end(),
                     [&](const Manifest& m) {
                       return m.module && m.module->path == graph.path(main);
                     }))
      for (const ModuleId to : selected.dependencies(graph.module_of(main)))
        mark(to);
  for (std::size_t at = 0; at < queue.size(); ++at)
    if (!graph.is_main(graph.selected(queue[at])))
      for (const ModuleId to : selected.dependencies(queue[at])) mark(to);
  return marked;
}

bool is_way(const Project& project, const Digraph<ModuleId>& selected,
            const std::vector<NodeId>& chain, ModuleId to) {
  const ModuleGraph& graph = project.graph;
  if (!graph.is_main(chain.front()) || graph.module_of(chain.back()) != to)
    return false;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const auto row = selected.dependencies(graph.module_of(chain[i]));
    if (std::find(row.begin(), row.end(), graph.module_of(chain[i + 1])) ==
        row.end())
      return false;
  }
  return true;
}

std::size_t check_ways(const Project& project, const Analysis& found) {
  const ModuleGraph& graph = project.graph;
  if (project.manifests.empty()) return 0;
  const auto reached = reached_by_direct(project, found.selected);
  std::size_t compared = 0;
  std::size_t wrong = 0;
  for (const ModuleId m : graph.modules()) {
    const NodeId selected = graph.selected(m);
    if (graph.kind(m) != ModuleKind::kModule || graph.is_main(selected))
      continue;
    const ModuleWays w = ways(project, selected);
    const bool has_way = !w.chains.empty() && !w.are_unselected;
    if (has_way != reached[index(m)]) ++wrong;
    if (!w.are_unselected)
      for (const std::vector<NodeId>& chain : w.chains)
        if (!is_way(project, found.selected, chain, m)) ++wrong;
    ++compared;
  }
  CHECK(wrong == 0);
  return compared;
}

TEST_CASE("ways of the corpus") {
  test::for_each_module("corpus: ways", check_ways);
}

}  // namespace
}  // namespace modgraph
