#include "engine/findings/judge.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/analysis/go_mod_lines/silence_comments.h"
#include "engine/findings/findings.h"
#include "engine/findings/fingerprint.h"
#include "engine/findings/gate_findings.h"
#include "engine/findings/run_rules.h"
#include "engine/findings/silences.h"

namespace modgraph {
namespace {

std::vector<SilenceComments> comments_of(const Project& project) {
  std::vector<SilenceComments> out;
  for (const Manifest& m : project.manifests)
    out.push_back(silence_comments(m));
  if (project.work) out.push_back(silence_comments(*project.work));
  return out;
}

std::vector<Silence> silences_in(const std::vector<SilenceComments>& comments) {
  std::vector<Silence> out;
  for (const SilenceComments& c : comments)
    out.insert(out.end(), c.silences.begin(), c.silences.end());
  return out;
}

}  // namespace

std::vector<Silence> silences_of(const Project& project) {
  return silences_in(comments_of(project));
}

void add_findings(const Project& project, const RuleSettings& settings,
                  std::vector<Finding> more, std::vector<Finding>& findings) {
  std::erase_if(more, [&](Finding& f) {
    const auto level = level_under(settings, *f.rule, f.level, f.has_own_level);
    if (level) f.level = *level;
    return !level;
  });
  if (more.empty()) return;
  const FingerprintOwners owners(project);
  for (Finding& f : more) f.fingerprint = fingerprint(f, owners.of(f));
  std::stable_sort(more.begin(), more.end(), is_told_before);
  make_fingerprints_unique(more);
  const auto middle = static_cast<std::ptrdiff_t>(findings.size());
  findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
  std::inplace_merge(findings.begin(), findings.begin() + middle,
                     findings.end(), is_told_before);
}

std::vector<Finding> findings_under(const Project& project,
                                    const Analysis& analysis,
                                    const Gate& gate) {
  std::vector<Finding> out = run_rules(project, analysis, gate.rules);
  const std::vector<Silence> counting =
      gate.comments ? *gate.comments : silences_of(project);
  silence_findings(project, gate, counting, out);
  return out;
}

std::vector<Finding> judge(const Project& project, const Analysis& analysis,
                           const Gate& gate) {
  std::vector<Finding> out = run_rules(project, analysis, gate.rules);
  const std::vector<SilenceComments> comments = comments_of(project);
  const std::vector<Silence> counting =
      gate.comments ? *gate.comments : silences_in(comments);
  const SilencesUsed used = silence_findings(project, gate, counting, out);
  add_findings(project, gate.rules,
               gate_findings(project, gate, comments, used), out);
  return out;
}

}  // namespace modgraph
