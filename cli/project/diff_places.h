#pragma once

// From the words of `modgraph diff` to the two places that they name: folders,
// or commits of the repository that the command runs in.

#include <memory>
#include <string>
#include <vector>

#include "cli/project/diff_state.h"
#include "engine/base/result.h"
#include "engine/report/answers/diff.h"
#include "importers/git/commit_tree.h"
#include "importers/git/git_repository.h"

namespace modgraph {

struct NamedPlace {
  DiffSide side;
  DiffPlace place;
};

struct DiffPlaces {
  NamedPlace base;
  NamedPlace head;
  // What the places point into.
  std::unique_ptr<GitRepository> repository;
  std::vector<std::unique_ptr<CommitTree>> trees;
};

/// `words`: BASE, BASE HEAD or BASE...HEAD, where a word is a revision or a
/// folder; with BASE alone the head is the folder that the command runs in.
/// `merge_base`: the base is where both histories part, which three dots say
/// too. Fails (kUsage) on a word that names nothing, or two things; and as
/// reading the repository does.
Result<DiffPlaces> diff_places(const std::vector<std::string>& words,
                               bool merge_base);

}  // namespace modgraph
