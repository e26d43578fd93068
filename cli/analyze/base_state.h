#pragma once

// The state of a repository that new findings are told from: the commit that
// --new-from-rev or --new-from-merge-base names.

#include <memory>
#include <string>

#include "cli/analyze/analyze_options.h"
#include "engine/base/result.h"
#include "importers/git/commit_tree.h"
#include "importers/git/git_repository.h"

namespace modgraph {

struct BaseState {
  std::unique_ptr<GitRepository> repository;
  std::unique_ptr<CommitTree> tree;
  std::string revision;  // as the user named it
  std::string commit;    // 40 hexadecimal digits
};

bool has_base(const AnalyzeOptions& options);

/// Of the repository that an absolute folder is in. Fails as reading it does.
Result<BaseState> base_state(const AnalyzeOptions& options,
                             const std::string& folder);

}  // namespace modgraph
