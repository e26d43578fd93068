// In how many ways does a main module lead to a module?
//
// Components are numbered in reverse topological order, so that from the
// highest number down every component is complete before its dependencies are
// looked at: the paths to a component are the paths to those that need it,
// added up, and one more where it holds a main module. Only what leads to the
// target is counted; a number is dropped when it was handed on, because these
// numbers grow exponentially with the depth of a graph.
// Source: textbook dynamic programming over a condensation.
// Cost: O((V + E) * digits).
// Tested by path_count_test.cc.

#include "engine/analysis/graph/path_count.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <vector>

#include "engine/analysis/graph/components.h"

namespace modgraph {
namespace {

using BigNumber = boost::multiprecision::cpp_int;

// Components that lead to the target, itself included.
std::vector<char> leading_to(const Digraph<ModuleId>& selected,
                             const Components<ModuleId>& components,
                             std::uint32_t target) {
  std::vector<char> marked(components.count());
  std::vector<std::uint32_t> queue{target};
  marked[target] = 1;
  for (std::size_t at = 0; at < queue.size(); ++at)
    for (const ModuleId m : components.at(queue[at]))
      for (const ModuleId needs_it : selected.dependents(m)) {
        const std::uint32_t c = components.of[index(needs_it)];
        if (marked[c] != 0) continue;
        marked[c] = 1;
        queue.push_back(c);
      }
  return marked;
}

}  // namespace

std::string count_paths(const ModuleGraph& graph,
                        const Digraph<ModuleId>& selected, ModuleId target) {
  const auto components = strongly_connected_components(selected);
  const std::uint32_t goal = components.of[index(target)];
  const std::vector<char> leads = leading_to(selected, components, goal);

  std::vector<BigNumber> paths(components.count());
  for (const NodeId main : graph.mains())
    paths[components.of[index(graph.module_of(main))]] = 1;
  std::vector<std::uint32_t> next;
  for (auto c = static_cast<std::uint32_t>(components.count()); c-- > goal;) {
    if (leads[c] == 0 || c == goal || paths[c] == 0) continue;
    next.clear();
    for (const ModuleId m : components.at(c))
      for (const ModuleId d : selected.dependencies(m)) {
        const std::uint32_t to = components.of[index(d)];
        if (to != c && leads[to] != 0) next.push_back(to);
      }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    for (const std::uint32_t to : next) paths[to] += paths[c];
    paths[c] = BigNumber();
  }
  return paths[goal].str();
}

}  // namespace modgraph
