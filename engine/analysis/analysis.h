#pragma once

// All questions, asked of one project.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/chains.h"
#include "engine/analysis/components.h"
#include "engine/analysis/critical_path.h"
#include "engine/analysis/cycles.h"
#include "engine/analysis/drift.h"
#include "engine/analysis/early_versions.h"
#include "engine/analysis/forced_go.h"
#include "engine/analysis/indirect.h"
#include "engine/analysis/input_agreement.h"
#include "engine/analysis/listed_updates.h"
#include "engine/analysis/main_drift.h"
#include "engine/analysis/module_timings.h"
#include "engine/analysis/raised.h"
#include "engine/analysis/reach.h"
#include "engine/analysis/replacement_use.h"
#include "engine/analysis/split_majors.h"
#include "engine/analysis/vendor_candidates.h"
#include "engine/model/project.h"

namespace modgraph {

struct AnalysisOptions {
  /// Above it reach counts are left out; 0: no limit. See reach.h.
  std::uint64_t reach_work_limit = kReachWorkLimit;
};

/// The answers. Vectors are by module unless they say otherwise.
struct Analysis {
  Digraph<ModuleId> selected;
  Rows<NodeId> requirers;  // by node: distinct, in the order of printed names
  ShortestChains chains;
  std::vector<Cycle> cycles;
  std::vector<Drift> drift;
  std::vector<SplitMajor> split_majors;
  std::vector<EarlyVersion> early_versions;
  std::optional<ForcedGo> forced_go;
  std::vector<MainDrift> main_drift;  // lines point into the project
  ListedUpdates updates;
  std::vector<RaisedRequirement> raised;
  IndirectAnswers indirect;
  InputDisagreements disagreements;
  std::vector<ReplacementUse> replacements;
  std::vector<VendorCandidate> vendor_candidates;  // those with any reason
  CriticalPath critical_path;
  std::vector<std::uint32_t> exclusive;  // 0: no main module reaches it
  /// The module that would take it along: kNone for main modules, and for what
  /// several of them, or none, lead to.
  std::vector<ModuleId> brought_by;
  /// Likewise, over what closed go.mod files require too; empty: not known.
  std::vector<std::uint32_t> exclusive_deep;
  std::optional<ReachCounts> reach;      // none: above the work limit
  std::optional<ModuleTimings> timings;  // none: not given
};

/// O(V + E) but for what the single questions state.
Analysis analyse(const Project& project, const AnalysisOptions& options = {});

}  // namespace modgraph
