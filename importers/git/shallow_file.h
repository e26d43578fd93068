#pragma once

// Where the history of a shallow repository ends: git writes the commits whose
// parents it has not fetched into the file `shallow` of the git directory that
// all worktrees share.
// Source: git's Documentation/technical/shallow.txt.
// Tested by tests/importers/git/git_repository_test.cc.

#include <string>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

class GitHandle;

/// The ids, ascending; none if the repository is not shallow. Fails
/// (kEnvironment) if the file cannot be read or is none.
Result<std::vector<std::string>> read_shallow_file(GitHandle& handle);

}  // namespace modgraph
