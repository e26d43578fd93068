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
#include "engine/report/gate_used.h"

namespace modgraph {

struct JudgedFolder {
  std::vector<Finding> findings;
  RuleSettings rules;            // that they were found under
  Settings settings;             // that counted
  std::optional<GateUsed> gate;  // with a base
  std::vector<std::string> notes;
};

/// Under the settings of `plan`. Fails (kUsage) with what is wrong in the
/// baseline.
Result<JudgedFolder> judge_folder(const AnalyzeOptions& options,
                                  const InputPlan& plan,
                                  const ImportedProject& imported,
                                  const Analysis& analysis);

/// Since the base. The plan was made without the settings of the folder, which
/// do not count. Fails where the base cannot be resolved for another reason
/// than go.mod files that the module cache lacks, and (kUsage) with what is
/// wrong in its settings.
Result<JudgedFolder> judge_since(const BaseState& base,
                                 const AnalyzeOptions& options,
                                 const GlobalOptions& global,
                                 const InputPlan& plan,
                                 const ImportedProject& imported,
                                 const Analysis& analysis);

}  // namespace modgraph
