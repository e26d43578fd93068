// MG0004.
//
// Which replacements lead where the policy does not allow it?
// Cost: O(replace lines * patterns).
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <fmt/core.h>

#include <string>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/base/settings_pattern.h"
#include "engine/findings/policy_findings.h"

namespace modgraph {

namespace {

// A folder as patterns mean it: where the path leads, however it is written.
std::string plain_folder(const std::string& path) {
  std::string clean = clean_path(path);
  if (is_absolute_path(clean) || clean == ".." || clean.starts_with("../"))
    return clean;
  return clean == "." ? "./" : "./" + clean;
}

// Why a target is not allowed; "" if it is.
std::string refusal_of(const ReplaceTargets& targets, const Replacement& r) {
  const bool is_folder = r.replacement.version.empty();
  if (is_folder && targets.versions_only)
    return "the policy allows versions of modules alone";
  if (targets.allow &&
      !matches_patterns(*targets.allow, is_folder
                                            ? plain_folder(r.replacement.path)
                                            : r.replacement.path))
    return "no pattern of the policy allows it";
  return {};
}

}  // namespace

std::vector<Finding> target_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  const auto& targets = evidence.policy->replace;
  if (!targets) return out;
  for (const ReplacementUse& use : evidence.analysis.replacements) {
    const Replacement& r = use.placed.directive;
    const std::string why = refusal_of(*targets, r);
    if (why.empty()) continue;
    const Manifest& file =
        use.placed.manifest == kGoWorkFile
            ? *evidence.project.work
            : evidence.project.manifests[use.placed.manifest];
    Finding f = new_finding(
        "MG0004", fmt::format("{} replaces '{}' with {}: {}", file.file,
                              r.old.path, module_name(r.replacement), why));
    if (!set_entry_level(targets->level, f)) continue;
    f.subjects.push_back({r.old.path, r.old.version});
    f.location = location_of(file, r.where, "leads there");
    if (use.effect != ReplacementEffect::kApplies)
      f.notes.emplace_back("it does nothing in this build as it is now");
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
