#pragma once

// What would the build be if go.mod said something else? Edits are applied to a
// copy of the go.mod files, and the copy is resolved, analysed and checked
// against the rules, over the go.mod files of dependencies that the build was
// resolved with. Nothing is written.
// Tested by tests/engine/advice/edit_simulator_test.cc.

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/analysis/build/build_difference.h"
#include "engine/analysis/build/lowered_modules.h"
#include "engine/base/result.h"
#include "engine/findings/finding.h"
#include "engine/findings/gate.h"
#include "engine/findings/suggested_fix.h"
#include "engine/model/go_sum.h"
#include "engine/model/main_modules.h"
#include "engine/model/project.h"
#include "engine/resolve/loader.h"

namespace modgraph {

/// A go.mod file after edits.
struct EditedManifest {
  Manifest manifest;       // with its text as it would be written
  bool reformats = false;  // lines that no edit names change too
};

/// Applies edits to one go.mod file, as `go mod edit` does. Fails with edits
/// that the go command refuses.
using EditManifest = std::function<Result<EditedManifest>(
    const Manifest& manifest, std::span<const ManifestEdit> edits)>;

/// What a build is resolved from. All of it must outlive the simulator.
struct BuildSource {
  const Project& project;  // the build as it is, resolved from the rest
  const MainModules& mains;
  SummaryStore& store;
  const LoadOptions& load_options;
  const GoSums& sums;
  bool is_vendored = false;  // `project` was made from a vendor folder instead
  PublishTime published = {};  // empty: only names of pseudo-versions say
  /// The versions of a module whose go.mod is at hand, in any order.
  std::function<std::vector<std::string>(const std::string& path)> versions =
      {};
  Gate gate = {};  // that the findings of `project` were judged by
};

/// The edited go.mod files, and the build that they lead to.
struct TriedEdits {
  MainModules mains;
  std::vector<EditedFile> files;  // those that change
  bool reformats = false;         // lines that no edit names change too
  Project project;
  BuildDifference difference;  // from the build without any edit
};

/// The build after edits.
struct SimulatedBuild {
  BuildDifference difference;  // from the build without any edit
  Project project;
  Analysis analysis;
  std::vector<Finding> findings;  // at the levels of their rules
  std::vector<EditedFile> files;  // those that change
  bool reformats = false;         // lines that no edit names change too
};

/// For one thread at a time: the store of a BuildSource is not shared.
class EditSimulator {
 public:
  /// A build that was made from a vendor folder alone is resolved here, to
  /// compare the edited ones with. Fails when it cannot be, because go.mod
  /// files are not in the module cache; else never, and at no cost.
  static Result<EditSimulator> make(const BuildSource& source,
                                    EditManifest edit);

  /// Resolves the main modules with these edits, made after those that were
  /// kept. Cost: one resolution. Fails with edits that the go command refuses,
  /// with what is wrong with the edited build, and with go.mod files that it
  /// needs and that are not in the module cache.
  Result<Project> resolve(std::span<const MainEdit> edits) const;

  /// The same; a failure notes which module versions cannot be used.
  Result<Project> resolve_noting(std::span<const MainEdit> edits,
                                 std::vector<FaultyModule>& faults) const;

  /// The same, with what it was made from and compared with.
  Result<TriedEdits> try_edits(std::span<const MainEdit> edits) const;

  /// What there is to find in it. Cost: one analysis.
  SimulatedBuild analysed(TriedEdits tried) const;

  /// Both. Cost: one resolution and one analysis.
  Result<SimulatedBuild> simulate(std::span<const MainEdit> edits) const;

  /// The build without any edit.
  const Project& unedited() const {
    return resolved_again_ ? *resolved_again_ : source_.project;
  }

  const BuildSource& source() const { return source_; }

  /// Makes later edits on top of those of `build`.
  void keep(const SimulatedBuild& build);

  /// Forgets what was kept.
  void reset();

 private:
  struct Edited;
  EditSimulator(const BuildSource& source, EditManifest edit);
  Result<Edited> edited(std::span<const MainEdit> edits) const;
  Result<Project> resolve(MainModules mains) const;

  BuildSource source_;
  EditManifest edit_;
  MainModules mains_;                      // with the edits that were kept
  std::optional<Project> resolved_again_;  // see make()
};

}  // namespace modgraph
