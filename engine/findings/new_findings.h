#pragma once

// Which findings does a change bring?
//
// Idea: both states are judged as a whole, under one gate, and their findings
// are matched by identity, never by lines: a finding on a line that the change
// did not touch may be new, and one on a line that moved is not. Of several
// findings of one identity as many are known as the base has.
// Of what the base's build lacks nothing is known: a finding that needs it is
// neither new nor fixed.
// Cost: O(n log n) for n findings of both.
// Tested by tests/engine/findings/new_findings_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

/// How many findings of a level and above are what.
struct Verdict {
  std::uint64_t added = 0;  // the head has them, and the base does not
  std::uint64_t fixed = 0;  // the base has them, and the head does not
  std::uint64_t known = 0;  // both
  std::uint64_t unknown = 0;
};

/// One of the two states.
struct ComparedState {
  const Project& project;
  /// Every go.mod file that the build needs was at hand.
  bool is_whole = true;
};

/// Marks the findings of the head that are known: the base has them as silenced by "base", and those
/// of which that is not known by "unknown". What is silenced already stays so,
/// and is not counted. `from`: the level that counts.
Verdict mark_known(const ComparedState& base, std::span<const Finding> known,
                   const ComparedState& head, std::span<Finding> findings,
                   Level from);

/// What a state says itself of findings: those of judge() under its own gate,
/// and the level from which on they fail; none: never.
struct OwnVerdict {
  std::span<const Finding> findings;
  std::optional<Level> failing;
};

/// MG9005, at most one: findings that fail, and would not if the change's own
/// settings, silences and baseline counted. Both are of the head. `where`: the
/// change's settings.
std::optional<Finding> loosened_gate(std::span<const Finding> findings,
                                     std::optional<Level> failing,
                                     const OwnVerdict& own,
                                     const SourcePosition& where);

/// MG9005: the change's own settings or baseline cannot be read.
Finding broken_gate(const Error& error);

}  // namespace modgraph
