#include "cli/analyze/diff_findings.h"

#include <utility>

#include "cli/analyze/gate_state.h"
#include "cli/analyze/suggest_fixes.h"
#include "engine/analysis/analysis.h"
#include "engine/base/parallel.h"
#include "engine/base/printable.h"
#include "engine/findings/judge.h"
#include "engine/findings/limit_findings.h"
#include "engine/findings/new_findings.h"

namespace modgraph {
namespace {

GateState policy_of_base(const NamedPlace& base,
                         std::vector<std::string>& notes) {
  GatePlace place;
  place.tree = base.place.tree;
  place.folder = base.place.folder;
  place.root = base.place.root;
  place.name = base.side.name;
  auto state = gate_state_in(place, {}, {});
  if (state) return std::move(*state);
  const Error& error = state.error().front();
  notes.push_back(printable(error.where.file) + ": " + error.message +
                  "; findings are those of the default policy");
  return empty_gate_state(place);
}

// What only a comparison shows.
void add_new_dependencies(const Project& head, const Analysis& analysis,
                          const Project& base, const RuleSettings& rules,
                          std::vector<Finding>& findings) {
  const RequirementLines lines(head.manifests);
  add_findings(
      head, rules,
      new_dependency_findings({head, analysis, lines, &rules.policy}, base),
      findings);
}

std::vector<Finding> taken(const std::vector<Finding>& findings,
                           std::string_view by) {
  std::vector<Finding> out;
  for (const Finding& f : findings)
    if (f.level >= Level::kWarning && f.suppressed && f.suppressed->by == by)
      out.push_back(f);
  return out;
}

}  // namespace

DiffFindings diff_findings(const NamedPlace& base, const DiffState& before,
                           const DiffState& after,
                           std::vector<std::string>& notes) {
  const GateState state = policy_of_base(base, notes);
  const AnalyzeOptions options;
  const Project& known = before.project();
  const Project& head = after.project();
  const std::string& root = base.place.root;
  std::vector<Finding> old, now;
  std::optional<Analysis> analysis;
  Gate gate = gate_of(options, state, head, root);
  gate.comments = silences_of(known);
  run_tasks(kWorthThreads, {[&] {
                              old = judge(known, analyse(known),
                                          gate_of(options, state, known, root));
                            },
                            [&] {
                              analysis = analyse(head);
                              now = judge(head, *analysis, gate);
                              if (!before.imported.lacks_go_mods)
                                add_new_dependencies(head, *analysis, known,
                                                     gate.rules, now);
                            }});
  const ComparedState base_state{known, !before.imported.lacks_go_mods};
  const ComparedState head_state{head, !after.imported.lacks_go_mods};
  DiffFindings out;
  out.policy_from = state.settings.file;
  out.digest = state.settings.sha256;
  // The other way round, what the base has alone is what is new.
  std::vector<Finding> gone = old;
  mark_known(head_state, now, base_state, gone, Level::kWarning);
  out.known =
      mark_known(base_state, old, head_state, now, Level::kWarning).known;
  suggest_fixes(after.imported, *analysis, gate, now);
  for (const Finding& f : now)
    if (f.level >= Level::kWarning && !f.suppressed) out.added.push_back(f);
  out.unknown = taken(now, "unknown");
  for (Finding& f : gone)
    if (f.level >= Level::kWarning && !f.suppressed)
      out.fixed.push_back(std::move(f));
  return out;
}

}  // namespace modgraph
