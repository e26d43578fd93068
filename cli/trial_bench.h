#pragma once

// Where edits of go.mod files are tried: on a copy, with the table of go.mod
// files that the build was resolved with.

#include <vector>

#include "cli/project/resolve_project.h"
#include "engine/advice/trial.h"
#include "engine/findings/policy.h"

namespace modgraph {

class TrialBench {
 public:
  /// `project` gives the facts that stay true after an edit. Both must outlive
  /// the bench. Fails when the module does not resolve as `project` did.
  static Result<TrialBench> make(Resolution& resolution, const Project& project,
                                 Policy policy);

  /// Edits, on top of those that were kept.
  Result<Tried> attempt(std::span<const MainEdit> edits) const;

  /// The same, but only resolved.
  Result<ResolvedBuild> build(std::span<const MainEdit> edits) const;

  /// The build without any edit.
  const ResolvedBuild& before() const { return before_; }

  /// Goes on from files that were tried.
  void keep(const std::vector<EditedFile>& files);

  /// Forgets what was kept.
  void start_again();

  const MainModules& mains() const { return mains_; }

  /// Writes the go.mod files as they are after the edits, each whole or not at
  /// all.
  Result<void> write(const std::vector<EditedFile>& files) const;

 private:
  struct Edited;
  TrialBench() = default;
  Result<Edited> edit(std::span<const MainEdit> edits) const;

  Resolution* resolution_ = nullptr;
  const Project* project_ = nullptr;
  Policy policy_;
  MainModules mains_;
  ResolvedBuild before_;
};

}  // namespace modgraph
