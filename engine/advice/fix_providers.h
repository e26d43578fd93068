#pragma once

// Edits that may make a finding go away. They are guesses from what the rule
// knows; fix_search.h simulates them.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/findings.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// The side effect of every exclude or replace line.
inline constexpr std::string_view kBreaksInstall =
    "go install MODULE@VERSION refuses a module whose go.mod has exclude or "
    "replace lines";

/// A fix that was not simulated yet.
struct CandidateFix {
  std::string title;  // what to do, in the imperative
  std::vector<MainEdit> edits;
  std::vector<std::string> side_effects;  // sentences without a full stop
  bool preferred = false;  // before those that change fewer modules
};

/// How findings of one rule are fixed. Adding a rule is adding a row.
struct FixProvider {
  std::string_view rule;
  /// The best first.
  std::vector<CandidateFix> (*candidates)(const Evidence& evidence,
                                          const Finding& finding);
  /// What a fix must reduce; null: the finding itself must go away.
  std::uint64_t (*measure)(const Project& project, const Analysis& analysis,
                           const Finding& finding);
  std::string_view measured;  // "module versions in the graph"
};

/// Null for a rule that no edit of go.mod can answer.
const FixProvider* fix_provider_of(const Rule& rule);

/// The candidate as a fix whose effect is not known.
SuggestedFix unsimulated(CandidateFix candidate,
                         std::span<const Manifest> manifests);

}  // namespace modgraph
