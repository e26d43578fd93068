// Where does the build have a pre-release or a pseudo-version although
// something requires a release?
//
// Idea: a pre-release is below its own release and above the one before, so
// minimal version selection may well prefer it. The versions of a module are
// neighbours in ascending order: from the selected one downward, the first
// release that has a requirer is the highest one.
// Source: go.dev/ref/mod#versions, #pseudo-versions.
// Cost: O(V + E).
// Tested by prerelease_selected_test.cc, build_questions_agreement_test.cc.

#include "engine/analysis/versions/prerelease_selected.h"

#include "engine/model/version.h"

namespace modgraph {
namespace {

bool is_release(std::string_view version) {
  return is_semver(version) && semver_prerelease(version).empty();
}

}  // namespace

std::vector<PrereleaseSelected> prerelease_selected(
    const ModuleGraph& graph, const Rows<NodeId>& requirers) {
  std::vector<PrereleaseSelected> out;
  for (ModuleId m : graph.modules()) {
    const auto versions = graph.versions(m);
    if (versions.size() < 2 || graph.kind(m) != ModuleKind::kModule) continue;
    const NodeId selected = versions.back();
    const std::string_view version = graph.version(selected);
    if (semver_prerelease(version).empty()) continue;
    for (auto i = static_cast<std::uint32_t>(index(selected));
         i-- > index(versions.front());) {
      const NodeId release{i};
      if (requirers.row(release).empty() || !is_release(graph.version(release)))
        continue;
      out.push_back({selected,
                     is_pseudo_version(version) ? PrereleaseKind::kPseudo
                                                : PrereleaseKind::kPrerelease,
                     release, requirers.row(selected), requirers.row(release)});
      break;
    }
  }
  return out;
}

}  // namespace modgraph
