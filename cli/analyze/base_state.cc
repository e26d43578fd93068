#include "cli/analyze/base_state.h"

#include <utility>

namespace modgraph {

bool has_base(const AnalyzeOptions& options) {
  return !options.new_from_rev.empty() || !options.new_from_merge_base.empty();
}

Result<BaseState> base_state(const AnalyzeOptions& options,
                             const std::string& folder) {
  BaseState out;
  const bool is_merge_base = !options.new_from_merge_base.empty();
  out.revision =
      is_merge_base ? options.new_from_merge_base : options.new_from_rev;
  auto repository = GitRepository::open(folder);
  if (!repository) return fail(std::move(repository.error()));
  out.repository = std::move(*repository);
  auto commit = out.repository->resolve(out.revision);
  if (!commit) return fail(std::move(commit.error()));
  if (is_merge_base) {
    const auto head = out.repository->resolve("HEAD");
    if (!head) return fail(head.error());
    commit = out.repository->merge_base(*commit, *head);
    if (!commit) return fail(std::move(commit.error()));
  }
  out.commit = commit->id;
  auto tree = CommitTree::open(*out.repository, *commit);
  if (!tree) return fail(std::move(tree.error()));
  out.tree = std::move(*tree);
  return out;
}

}  // namespace modgraph
