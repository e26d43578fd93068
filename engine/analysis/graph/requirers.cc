// Which module versions require exactly this version?
//
// Requirers are dealt out to the rows of their targets in printed order, so
// every row comes out sorted, and a repeated requirement is next to the
// first. O(V + E); one word per edge and one per vertex.
// Tested by drift_test.cc, module_agreement_test.cc.

#include "engine/analysis/graph/requirers.h"

#include <algorithm>
#include <string>

namespace modgraph {
namespace {

// Each row without neighbours that are equal.
Rows<NodeId> without_repeats(Rows<NodeId> rows) {
  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (std::size_t v = 0; v + 1 < rows.offsets.size(); ++v) {
    const std::uint32_t end = rows.offsets[v + 1];
    const std::uint32_t first = kept;
    for (std::uint32_t i = begin; i < end; ++i)
      if (kept == first || rows.targets[kept - 1] != rows.targets[i])
        rows.targets[kept++] = rows.targets[i];
    begin = end;
    rows.offsets[v + 1] = kept;
  }
  rows.targets.resize(kept);
  return rows;
}

}  // namespace

Rows<NodeId> distinct_requirers(const ModuleGraph& graph,
                                const PrintedOrder& order) {
  Rows<NodeId> rows;
  rows.offsets = graph.requirements().backward().offsets;
  rows.targets.resize(graph.requirements().edge_count());
  std::vector<std::uint32_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
  for (NodeId by : order.nodes)
    for (NodeId version : graph.requirements(by))
      rows.targets[next[index(version)]++] = by;
  return without_repeats(std::move(rows));
}

std::vector<NodeId> distinct_requirers(const ModuleGraph& graph,
                                       NodeId version) {
  const auto row = graph.requirers(version);
  std::vector<NodeId> out(row.begin(), row.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::vector<std::pair<std::string, NodeId>> named;
  named.reserve(out.size());
  for (NodeId n : out) named.emplace_back(graph.name(n), n);
  std::sort(named.begin(), named.end());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = named[i].second;
  return out;
}

}  // namespace modgraph
