#pragma once

// Which findings are silenced, and by whom?
//
// Idea: of each rule the silences that name it are tried in their order, those
// of the settings first, then comments, then the baseline; the first that is
// about the finding counts. A silence whose last day is over silences nothing,
// and keeps count of what it would have silenced.
// Cost: O(silences of its rule) a finding; its identity is made, and looked up
// in O(log n), only where there is a baseline.
// Tested by tests/engine/findings/silences_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/gate.h"
#include "engine/model/project.h"

namespace modgraph {

/// What one silence did.
struct SilenceUse {
  const Silence* silence = nullptr;
  bool ended = false;      // its last day is before today
  std::uint64_t hits = 0;  // findings that it silences, or would if not ended
  std::vector<Subject> subjects = {};  // of those, up to kMostSilenced
};
inline constexpr std::size_t kMostSilenced = 100;

/// What the findings had of one entry of the baseline.
struct BaselineUse {
  const BaselineEntry* entry = nullptr;
  std::uint64_t hits = 0;  // may be more than the entry counts
};

/// Point into what they were made from.
struct SilencesUsed {
  std::vector<SilenceUse> silences;   // of the settings, then of comments
  std::vector<BaselineUse> baseline;  // in the order of its entries
};

/// Marks the findings that are silenced. `comments`: those that count.
SilencesUsed silence_findings(const Project& project, const Gate& gate,
                              std::span<const Silence> comments,
                              std::span<Finding> findings);

}  // namespace modgraph
