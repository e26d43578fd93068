#pragma once

// What is found in folders, and what their baseline says of it.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/analyze/analyze_options.h"
#include "engine/base/result.h"
#include "engine/model/baseline.h"

namespace modgraph {

using FindingCounts = std::map<FindingIdentity, std::uint64_t>;

struct BaselineState {
  std::string path;     // of the file, there or not
  std::string shown;    // as messages name it
  bool exists = false;  // the file
  Baseline baseline;
  FindingCounts found;          // that no other silence is about
  std::set<std::string> mains;  // the main modules that were looked at
  bool is_whole = true;         // nothing was missing in their builds
  std::vector<std::string> notes;
};

/// The findings from warnings on, or from where they fail, in the folders of
/// the options. Fails as analysing does.
Result<BaselineState> baseline_state(const AnalyzeOptions& options,
                                     const GlobalOptions& global);

/// A difference of entries, and of what is found.
struct BaselineChange {
  FindingIdentity finding;
  std::uint64_t listed = 0;  // in the baseline
  std::uint64_t found = 0;
};

/// What is listed and not found any more, ascending. Of main modules that were
/// not looked at, or not as a whole, nothing is known.
std::vector<BaselineChange> stale_entries(const BaselineState& state);

/// What is found and not listed, ascending.
std::vector<BaselineChange> missing_entries(const BaselineState& state);

/// The entries without those of `gone`, and with those of `added`, ascending.
Baseline changed_baseline(const Baseline& baseline,
                          const std::vector<BaselineChange>& gone,
                          const std::vector<BaselineChange>& added);

}  // namespace modgraph
