// How many bytes of source does a direct dependency bring?
//
// Idea: each module belongs to the nearest of the modules asked about that
// dominates it. What belongs to one nested in another counts for both.
// Source: the sizes of archives in the module cache.
// Cost: O(V), each module's way up is walked once.
// Tested by project_difference_test.cc.

#include "engine/analysis/difference/brought_sources.h"

#include <algorithm>
#include <optional>

namespace modgraph {
namespace {

constexpr std::uint32_t kNoOwner = 0xffffffff;
constexpr std::uint32_t kOwnerUnset = 0xfffffffe;

// By module: the index of the one asked about that it belongs to.
class Owners {
 public:
  Owners(const DominatorTree<ModuleId>& tree, std::span<const ModuleId> of)
      : tree_(tree), owner_(tree.immediate.size(), kOwnerUnset) {
    for (std::size_t i = 0; i < of.size(); ++i)
      owner_[index(of[i])] = static_cast<std::uint32_t>(i);
  }

  std::uint32_t of(ModuleId module) {
    std::vector<ModuleId> way;
    while (module != kNone<ModuleId> && owner_[index(module)] == kOwnerUnset) {
      way.push_back(module);
      module = tree_.immediate[index(module)];
    }
    const std::uint32_t out =
        module == kNone<ModuleId> ? kNoOwner : owner_[index(module)];
    for (const ModuleId m : way) owner_[index(m)] = out;
    return out;
  }

 private:
  const DominatorTree<ModuleId>& tree_;
  std::vector<std::uint32_t> owner_;
};

std::optional<std::uint64_t> bytes_of(const Project& project,
                                      std::string_view path) {
  const auto& known = project.metadata.modules;
  const auto at =
      std::lower_bound(known.begin(), known.end(), path,
                       [](const ModuleMetadata& m, std::string_view p) {
                         return m.module.path < p;
                       });
  if (at == known.end() || at->module.path != path) return std::nullopt;
  return at->bytes;
}

}  // namespace

std::vector<BroughtSource> brought_sources(const Project& project,
                                           const DominatorTree<ModuleId>& tree,
                                           std::span<const ModuleId> of) {
  const ModuleGraph& graph = project.graph;
  Owners owners(tree, of);
  std::vector<BroughtSource> own(of.size());
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule ||
        graph.is_main(graph.selected(m)))
      continue;
    const std::uint32_t owner = owners.of(m);
    if (owner == kNoOwner) continue;
    if (const auto bytes = bytes_of(project, graph.path(m)))
      own[owner].bytes += *bytes;
    else
      ++own[owner].unknown;
  }
  std::vector<BroughtSource> out = own;
  for (std::size_t i = 0; i < of.size(); ++i)
    for (ModuleId at = tree.immediate[index(of[i])]; at != kNone<ModuleId>;) {
      const std::uint32_t above = owners.of(at);
      if (above == kNoOwner) break;
      out[above].bytes += own[i].bytes;
      out[above].unknown += own[i].unknown;
      at = tree.immediate[index(of[above])];
    }
  return out;
}

}  // namespace modgraph
