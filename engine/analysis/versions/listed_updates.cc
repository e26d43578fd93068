// What does `go list -m -u -json` say against the versions of the build:
// retracted, deprecated, outdated?
//
// Idea: the go command has looked these up; here they are only tied to the
// vertices that they are about. It copies the retractions of a replacement to
// the module that is replaced, and they are about a version that is not in the
// graph, so those rows are not held against it.
// Source: `go help list`; go.dev/ref/mod#go-mod-file-retract,
// #go-mod-file-module-deprecation.
// Cost: O(rows log V).
// Tested by listed_updates_test.cc, build_questions_agreement_test.cc.

#include "engine/analysis/versions/listed_updates.h"

#include <algorithm>

namespace modgraph {
namespace {

std::vector<ListedFact> rows_of_build(const ModuleGraph& graph,
                                      std::span<const ModuleInfo> list) {
  std::vector<ListedFact> out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].main || list[i].version.empty()) continue;
    const auto node = graph.find(list[i].path, list[i].version);
    if (node && graph.is_selected(*node)) out.push_back({*node, i});
  }
  std::stable_sort(
      out.begin(), out.end(),
      [](const ListedFact& a, const ListedFact& b) { return a.node < b.node; });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const ListedFact& a, const ListedFact& b) {
                          return a.node == b.node;
                        }),
            out.end());
  return out;
}

}  // namespace

ListedUpdates listed_updates(const ModuleGraph& graph,
                             std::span<const ModuleInfo> list) {
  ListedUpdates out;
  for (const ListedFact& fact : rows_of_build(graph, list)) {
    const ModuleInfo& row = list[fact.row];
    if (!row.deprecated.empty()) out.deprecated.push_back(fact);
    if (row.replace) continue;
    if (!row.retracted.empty()) out.retracted.push_back(fact);
    if (row.update) out.outdated.push_back(fact);
  }
  return out;
}

}  // namespace modgraph
