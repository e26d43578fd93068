#include "cli/analyze/suggest_fixes.h"

#include <utility>

#include "cli/project/go_mod_edits.h"
#include "engine/advice/fix_search.h"
#include "engine/findings/run_rules.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxTrials = 8;

}  // namespace

void suggest_fixes(const ImportedProject& imported, const Analysis& analysis,
                   const Gate& gate, std::vector<Finding>& findings) {
  if (!imported.resolution || !any_at_or_above(findings, Level::kWarning))
    return;
  const auto simulator =
      edit_simulator(*imported.resolution, imported.project, gate);
  if (!simulator) return;
  const RequirementLines lines(imported.project.manifests);
  FixOptions options;
  options.max_trials = kMaxTrials;
  FixSearch found =
      search_fixes({imported.project, analysis, lines, &gate.rules.policy},
                   findings, *simulator, options);
  for (FindingFixes& f : found.findings)
    findings[f.finding].suggestions = std::move(f.fixes);
}

}  // namespace modgraph
