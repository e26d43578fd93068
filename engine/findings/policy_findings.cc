#include "engine/findings/policy_findings.h"

#include <fmt/core.h>

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

std::optional<Location> direct_line(const Evidence& evidence,
                                    std::string_view path) {
  for (const auto& line : evidence.lines.of(path))
    if (!line.requirement->indirect)
      return location_of(*line.manifest, line.requirement->where);
  return std::nullopt;
}

bool set_entry_level(const std::optional<Level>& level, Finding& finding) {
  if (!level) return true;
  finding.level = *level;
  finding.has_own_level = true;
  return level != Level::kOff;
}

Finding unchecked_finding(std::string_view code, std::string_view what,
                          std::string_view because) {
  Finding out =
      new_finding(code, fmt::format("{} is not known: {}", what, because));
  out.level = Level::kNote;
  return out;
}

void add_partial_note(const Project& project, Finding& finding) {
  if (!project.partial_because.empty())
    finding.notes.push_back("the graph is partial: " +
                            project.partial_because.front());
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
