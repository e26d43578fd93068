#pragma once

// The questions that a report answers, asked of one project. Others are apart:
// why.h, ways.h, build/build_difference.h, graph/betweenness.h,
// graph/requirement_cut.h.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/build/module_timings.h"
#include "engine/analysis/build/vendor_candidates.h"
#include "engine/analysis/cycles/cycles.h"
#include "engine/analysis/go_mod_lines/indirect.h"
#include "engine/analysis/go_mod_lines/replacement_use.h"
#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/critical_path.h"
#include "engine/analysis/graph/reach.h"
#include "engine/analysis/input_agreement.h"
#include "engine/analysis/versions/below_selected.h"
#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/analysis/versions/drift.h"
#include "engine/analysis/versions/forced_go.h"
#include "engine/analysis/versions/listed_updates.h"
#include "engine/analysis/versions/older_by_date.h"
#include "engine/analysis/versions/prerelease_selected.h"
#include "engine/analysis/versions/split_majors.h"
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
  std::vector<CyclicComponent> cycles;
  std::vector<Drift> drift;
  std::vector<SplitMajor> split_majors;
  std::vector<PrereleaseSelected> prerelease_selected;
  std::vector<OlderByDate> older_by_date;
  std::optional<ForcedGo> forced_go;
  std::vector<CrossModuleDrift>
      cross_module_drift;  // lines point into the project
  ListedUpdates updates;
  std::vector<LineBelowSelected> below_selected;
  IndirectAnswers indirect;
  InputDisagreements disagreements;
  std::vector<ReplacementUse> replacements;
  std::vector<VendorCandidate> vendor_candidates;  // those with any reason
  CriticalPath critical_path;
  std::vector<std::uint32_t> exclusive;  // 0: no main module reaches it
  /// The module that would take it along: kNone for main modules, and for what
  /// several of them, or none, lead to.
  std::vector<ModuleId> brought_by;
  /// Likewise, over what go.mod files that were not loaded require
  /// too; empty: not known.
  std::vector<std::uint32_t> exclusive_deep;
  std::optional<ReachCounts> reach;      // none: above the work limit
  std::optional<ModuleTimings> timings;  // none: not given
};

/// O(V + E) but for what the single questions state.
Analysis analyse(const Project& project, const AnalysisOptions& options = {});

}  // namespace modgraph
