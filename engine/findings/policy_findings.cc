#include "engine/findings/policy_findings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/settings_pattern.h"
#include "engine/model/version.h"

namespace modgraph {

bool is_banned_version(const Ban& ban, std::string_view version) {
  using Side = VersionBound::Side;
  return std::all_of(
      ban.versions.begin(), ban.versions.end(), [&](const VersionBound& b) {
        const auto order =
            compare_versions(ModuleKind::kModule, version, b.version);
        switch (b.side) {
          case Side::kAtLeast:
            return order >= 0;
          case Side::kAbove:
            return order > 0;
          case Side::kAtMost:
            return order <= 0;
          case Side::kBelow:
            return order < 0;
          case Side::kEqual:
            return order == 0;
        }
        return false;
      });
}

const Ban* ban_of_version(const Policy& policy, std::string_view module,
                          std::string_view version) {
  for (const Ban& ban : policy.banned)
    if (matches_pattern(ban.module, module) && is_banned_version(ban, version))
      return &ban;
  return nullptr;
}

void add_bringing_line(const Evidence& evidence, NodeId node,
                       Finding& finding) {
  const ModuleGraph& graph = evidence.project.graph;
  finding.location = evidence.lines.location(graph.path(node));
  const std::vector<NodeId> chain = evidence.analysis.chains.to(node);
  if (chain.size() < 2) return;
  finding.witness.push_back(chain_of(graph, chain));
  if (!finding.location)
    finding.location = evidence.lines.location(graph.path(chain[1]));
}

bool set_level(const std::optional<Level>& level, Finding& finding) {
  if (level) finding.level = *level;
  return level != Level::kOff;
}

std::vector<Finding> policy_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  if (evidence.policy == nullptr) return out;
  for (auto* find :
       {banned_findings, limit_findings, forbidden_findings, target_findings}) {
    std::vector<Finding> some = find(evidence);
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace modgraph
