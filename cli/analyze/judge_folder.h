#pragma once

// From an analysed build to its findings, and what of them counts: under the
// settings, silences and baseline of the folder, or, where a base is named,
// what the change since then brings, under those of the base.

#include <optional>
#include <string>
#include <vector>

#include "cli/analyze/analyze_options.h"
#include "cli/analyze/base_state.h"
#include "cli/project/imported_project.h"
#include "cli/project/inputs.h"
#include "engine/analysis/analysis.h"
#include "engine/base/result.h"
#include "engine/findings/finding.h"
#include "engine/findings/gate.h"
#include "engine/report/gate_used.h"

namespace modgraph {

struct JudgedFolder {
  std::vector<Finding> findings;
  Gate judged_by;
  Settings settings;             // that counted
  std::optional<GateUsed> gate;  // with a base
  std::vector<std::string> notes;
};

/// How to judge: the base may be empty.
struct JudgeBy {
  const BaseState& base;
  const AnalyzeOptions& options;
  const GlobalOptions& global;
};

/// Without a base under the settings of the plan; with one under those of the
/// base, and the plan was made by global_of_plan(). Fails (kUsage) with what is
/// wrong in the settings or the baseline that count, and where the base cannot
/// be resolved for another reason than go.mod files that the cache lacks.
Result<JudgedFolder> judge_input(const JudgeBy& by, const InputPlan& plan,
                                 const ImportedProject& imported,
                                 const Analysis& analysis);

}  // namespace modgraph
