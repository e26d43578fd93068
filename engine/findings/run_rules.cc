#include "engine/findings/run_rules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/huge_pages.h"
#include "engine/base/parallel.h"
#include "engine/findings/cross_module_findings.h"
#include "engine/findings/findings.h"
#include "engine/findings/fingerprint.h"
#include "engine/findings/limit_findings.h"
#include "engine/findings/line_reasons.h"

namespace modgraph {
namespace {

struct Family {
  std::vector<Finding> (*find)(const Evidence& evidence);
  /// The only rule of a family whose findings are many and by default off: it
  /// is passed over unless the rule is wanted.
  std::string_view only_rule = {};
};

// Adding a family of rules is adding a row.
constexpr std::array kFamilies = {
    Family{policy_findings},          Family{cycle_findings},
    Family{drift_findings, "MG2001"}, Family{below_selected_findings},
    Family{version_findings},         Family{cross_module_findings},
    Family{update_findings},          Family{needed_update_findings},
    Family{indirect_findings},        Family{ambiguous_import_findings},
    Family{case_collision_findings},  Family{vendor_findings},
    Family{replacement_findings},     Family{sum_findings},
    Family{input_findings},           Family{timings_findings}};

bool is_asked_for(const RuleSettings& settings, const Family& family) {
  return family.only_rule.empty() ||
         is_wanted(settings, *find_rule(family.only_rule));
}

bool subjects_before(const Finding& a, const Finding& b) {
  return std::lexicographical_compare(
      a.subjects.begin(), a.subjects.end(), b.subjects.begin(),
      b.subjects.end(), [](const Subject& x, const Subject& y) {
        return x.module != y.module ? x.module < y.module
                                    : x.version < y.version;
      });
}

// All findings of one rule and one level, which is their own or is not.
using Batch = std::vector<Finding>;

// Splits the findings of a family by rule; most are in order already.
std::vector<Batch> by_rule(std::vector<Finding> findings) {
  std::vector<Batch> out(rules().size() * kLevels * 2);
  const auto batch_of = [&](const Finding& f) -> Batch& {
    const auto rule = static_cast<std::size_t>(f.rule - rules().data());
    const auto level = rule * kLevels + static_cast<std::size_t>(f.level);
    return out[2 * level + (f.has_own_level ? 1 : 0)];
  };
  // The largest families have one rule: they are not moved one by one.
  if (std::all_of(findings.begin(), findings.end(), [&](const Finding& f) {
        return f.rule == findings.front().rule &&
               f.level == findings.front().level &&
               f.has_own_level == findings.front().has_own_level;
      })) {
    if (!findings.empty()) batch_of(findings.front()) = std::move(findings);
  } else {
    for (Finding& f : findings) batch_of(f).push_back(std::move(f));
  }
  for (Batch& batch : out)
    if (!std::is_sorted(batch.begin(), batch.end(), subjects_before))
      std::stable_sort(batch.begin(), batch.end(), subjects_before);
  std::erase_if(out, [](const Batch& batch) { return batch.empty(); });
  return out;
}

}  // namespace

std::vector<Finding> run_rules(const Project& project, const Analysis& analysis,
                               const RuleSettings& settings) {
  const RequirementLines lines(project.manifests);
  const Evidence evidence{project, analysis, lines, &settings.policy};
  const LineReasons reasons(project);
  const FingerprintOwners owners(project);
  std::array<std::vector<Batch>, kFamilies.size()> found;
  run_each(project.graph.requirements().edge_count(), kFamilies.size(),
           [&](std::size_t i) {
             if (is_asked_for(settings, kFamilies[i]))
               found[i] = by_rule(kFamilies[i].find(evidence));
           });
  std::vector<Batch> batches;
  for (std::vector<Batch>& family : found) {
    for (Batch& batch : family) {
      const std::optional<Level> level =
          level_under(settings, *batch.front().rule, batch.front().level,
                      batch.front().has_own_level);
      if (!level) continue;
      run_pieces(
          batch.size(),
          [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
              batch[i].level = *level;
              batch[i].fingerprint = fingerprint(batch[i], owners.of(batch[i]));
            }
          },
          kWorthTextThreads);
      if (!reasons.empty())
        for (Finding& finding : batch) reasons.add_to(finding);
      batches.push_back(std::move(batch));
    }
  }
  std::sort(batches.begin(), batches.end(), [](const Batch& a, const Batch& b) {
    const Finding& x = a.front();
    const Finding& y = b.front();
    return x.level != y.level ? x.level > y.level : x.rule->code < y.rule->code;
  });
  std::size_t count = 0;
  for (const Batch& batch : batches) count += batch.size();
  std::vector<Finding> out;
  reserve_huge(out, count);
  for (Batch& batch : batches)
    std::move(batch.begin(), batch.end(), std::back_inserter(out));
  make_fingerprints_unique(out);
  return out;
}

std::vector<Finding> run_cross_module_rules(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift, const RuleSettings& settings) {
  std::vector<Finding> out = findings_between_builds(builds, drift);
  std::vector<Finding> more =
      drift_limit_findings(builds, drift, settings.policy);
  std::move(more.begin(), more.end(), std::back_inserter(out));
  std::erase_if(out, [&](Finding& f) {
    const std::optional<Level> level = level_under(settings, *f.rule, f.level);
    if (!level) return true;
    f.level = *level;
    f.fingerprint = fingerprint(f, "");
    return false;
  });
  make_fingerprints_unique(out);
  return out;
}

bool is_told_before(const Finding& a, const Finding& b) {
  if (a.level != b.level) return a.level > b.level;
  if (a.rule != b.rule) return a.rule->code < b.rule->code;
  return subjects_before(a, b);
}

bool any_at_or_above(const std::vector<Finding>& findings, Level level) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return !f.suppressed && f.level >= level;
  });
}

}  // namespace modgraph
