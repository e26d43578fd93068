#pragma once

// The state of a repository that new findings are told from: the commit that
// --new-from-rev or --new-from-merge-base names.

#include <memory>
#include <string>

#include "cli/analyze/analyze_options.h"
#include "cli/project/inputs.h"
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

/// Of the repository that the folder of the plan is in; empty where no base is
/// named. Fails as reading it does, and (kUsage) for recorded text.
Result<BaseState> base_of(const AnalyzeOptions& options, const InputPlan& plan);

/// What a plan is made with: where a base is named its settings count, and those
/// here are read later.
GlobalOptions global_of_plan(const AnalyzeOptions& options,
                             const GlobalOptions& global);

}  // namespace modgraph
