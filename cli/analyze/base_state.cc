#include "cli/analyze/base_state.h"

#include <utility>

#include "importers/module_cache/regular_file.h"

namespace modgraph {

bool has_base(const AnalyzeOptions& options) {
  return !options.new_from_rev.empty() || !options.new_from_merge_base.empty();
}

GlobalOptions global_of_plan(const AnalyzeOptions& options,
                             const GlobalOptions& global) {
  GlobalOptions out = global;
  if (has_base(options)) {
    out.no_config = true;
    out.config.clear();
  }
  return out;
}

Result<BaseState> base_of(const AnalyzeOptions& options,
                          const InputPlan& plan) {
  BaseState out;
  if (!has_base(options)) return out;
  if (!plan.resolve_in)
    return fail(usage_error(
        "a base is named, and the input is recorded text",
        "name the folder of a module in a git repository, or leave out "
        "--new-from-rev and --new-from-merge-base"));
  const bool is_merge_base = !options.new_from_merge_base.empty();
  out.revision =
      is_merge_base ? options.new_from_merge_base : options.new_from_rev;
  auto repository = GitRepository::open(real_path(*plan.resolve_in));
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
