#pragma once

// Edits that may make a finding go away. They are guesses from what the rule
// knows; suggest.h tries them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/findings.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// The side effect of every exclude or replace line.
inline constexpr std::string_view kBreaksInstall =
    "a module whose go.mod has exclude or replace lines cannot be installed "
    "with go install MODULE@VERSION";

struct Candidate {
  std::string title;
  std::vector<MainEdit> edits;
  std::vector<std::string> side_effects;
};

/// How findings of one rule are answered. Adding a rule is adding a row.
struct Adviser {
  std::string_view rule;
  /// The best first.
  std::vector<Candidate> (*candidates)(const Evidence& evidence,
                                       const Finding& finding);
  /// What must get smaller; null: the finding itself must go away.
  std::uint64_t (*measure)(const Project& project, const Analysis& analysis,
                           const Finding& finding);
  std::string_view measured;  // "modules in loops"
};

/// Null for a rule that no edit of ours can answer.
const Adviser* adviser_of(const Rule& rule);

}  // namespace modgraph
