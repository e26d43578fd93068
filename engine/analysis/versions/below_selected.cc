// Which requirements of a main module's go.mod are below the selected version?
//
// A line is below the selected version when another module requires more. The
// proof is a chain that leads to that version without the main module's own
// word: the go command prints repaired requirements, so the graph may well say
// that the main module requires what it was raised to. One search serves all
// chains but those few.
// O(V + E); again for each line whose raised version is in the main module's
// own row, up to kMaxSearchSteps in all.
// Tested by below_selected_test.cc, corpus_cycles_test.cc.

#include "engine/analysis/versions/below_selected.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxSearchSteps = 100'000'000;

// Chains that do not begin with a requirement of the main module itself.
class Proofs {
 public:
  explicit Proofs(const ModuleGraph& graph)
      : graph_(graph),
        searches_left_(kMaxSearchSteps / (graph.node_count() + 1 +
                                          graph.requirements().edge_count())) {}

  std::vector<NodeId> chain(NodeId main, NodeId target) {
    if (!chains_) chains_.emplace(graph_);
    std::vector<NodeId> chain = chains_->to(target);
    if (chain.size() != 2 || chain.front() != main) return chain;
    if (searches_left_ == 0) return {};
    --searches_left_;
    return shortest_chain_without(graph_, main, target);
  }

 private:
  const ModuleGraph& graph_;
  std::optional<ShortestChains> chains_;
  std::uint64_t searches_left_;
};

// What the build has instead of the version that a line requires.
std::optional<NodeId> raised_to(const ModuleGraph& graph,
                                const ModuleVersion& required) {
  if (canonical_version(required.version) != required.version)
    return std::nullopt;
  const auto module = graph.find(required.path);
  if (!module || graph.kind(*module) != ModuleKind::kModule)
    return std::nullopt;
  const NodeId selected = graph.selected(*module);
  if (graph.is_main(selected) ||
      compare_semver(required.version, graph.version(selected)) >= 0)
    return std::nullopt;
  return selected;
}

std::vector<NodeId> requirers_of(const ModuleGraph& graph, NodeId selected,
                                 NodeId main) {
  std::vector<NodeId> by = distinct_requirers(graph, selected);
  by.erase(std::remove(by.begin(), by.end(), main), by.end());
  return by;
}

}  // namespace

std::vector<LineBelowSelected> lines_below_selected(
    const ModuleGraph& graph, std::span<const Manifest> manifests) {
  std::vector<LineBelowSelected> out;
  const Exclusions excluded(manifests);
  Proofs proofs(graph);
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    const auto main = main_of(graph, manifests[i]);
    if (!main) continue;
    std::set<ModuleVersion> required;
    for (const Requirement& line : manifests[i].require)
      required.insert(line.module);
    for (const Requirement& line : manifests[i].require) {
      if (line.indirect || excluded.contains(line.module)) continue;
      const auto selected = raised_to(graph, line.module);
      if (!selected) continue;
      const ModuleVersion have{line.module.path,
                               std::string(graph.version(*selected))};
      if (required.contains(have)) continue;
      out.push_back({i, line, *main, *selected,
                     requirers_of(graph, *selected, *main),
                     proofs.chain(*main, *selected)});
    }
  }
  return out;
}

}  // namespace modgraph
