#pragma once

// Where do the histories of two commits part?
//
// The best common ancestor: one that no other common ancestor descends from.
// Commits are visited by date, latest first, and painted with the side that
// they were reached from; what has both colours is a common ancestor, and
// stale is what lies below one. The walk ends when only stale commits are left.
// Dates may lie: of several candidates those that another one descends from are
// found by walks between them.
//
// libgit2 has this too, but leaves a shallow repository where git does not
// look: here the commits of the file `shallow` have no parents. A candidate is
// sure if it is one of the two commits, or every such commit that was met is an
// ancestor of it; below another one a better candidate may lie.
//
// Source: git's commit-reach.c. Cost: O(n log n) for n visited commits; with
// several candidates that for each.
// Tested by tests/importers/git/git_repository_test.cc.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.h"

struct git_repository;

namespace modgraph {

struct MergeBase {
  enum Certainty : std::uint8_t {
    kSure,    // this one
    kNone,    // the two have no common ancestor
    kUnsure,  // the repository lacks history; `id` is the best that it has
  };
  Certainty certainty = kNone;
  std::string id;  // may be empty unless kSure
};

/// `boundary`: the ids of the file `shallow`, ascending. Fails (kEnvironment)
/// where a commit is missing that should be there.
Result<MergeBase> find_merge_base(git_repository* repository,
                                  const std::string& a, const std::string& b,
                                  const std::vector<std::string>& boundary);

}  // namespace modgraph
