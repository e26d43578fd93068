#pragma once

// What a module version requires in one build: its go.mod summary after
// replacements and exclusions. (Go's goModSummary.)
//
//   replaced       the summary is that of the replacement; name and version
//                  stay
//   excluded       requirements on excluded versions are left out; nothing
//                  takes their place. Only exclude lines of main modules
//                  count.
//   go, toolchain  a Go version from 1.21 on requires the toolchain of its name

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/model/main_modules.h"
#include "engine/resolve/replacements.h"
#include "engine/resolve/summary_store.h"

namespace modgraph {

/// Why a module version of the graph cannot be used in this build.
struct ModuleFault {
  enum class Kind : std::uint8_t {
    kMissing,   // its go.mod is not at hand
    kDamaged,   // it cannot be read, or belongs to another module
    kNoSum,     // go.sum has no line for its go.mod
    kWrongSum,  // go.sum has another sum for its go.mod
    kNewerGo,   // it needs a newer Go than the one that is resolved for
    kDisputed,  // the workspace replaces it in two ways
  };
  Kind kind = Kind::kDamaged;
  std::string reason;  // in the go command's words
  ModuleVersion read;  // what was read in its place, as it is spelled
  bool replaced = false;
  Errors errors;  // the same with a place in a file, if there is one
};

/// A module version as this build sees it.
struct EffectiveModule {
  Pruning pruning = Pruning::kPruned;
  std::span<const VersionId> require;
  std::string_view go_version;         // as written; "" without a go line
  const ModuleFault* fault = nullptr;  // then the rest is empty
};

struct EffectiveOptions {
  /// The Go version that newer go lines are judged against.
  std::string go_version;
  bool refuse_newer_go = false;
  /// Whether go.sum has the sum of a module's go.mod; empty: not checked.
  std::function<bool(const ModuleVersion&)> has_go_mod_sum;
  /// What is wrong with a go.mod that has this sum; empty: not checked.
  std::function<std::optional<std::string>(const ModuleVersion&,
                                           std::string_view sum)>
      wrong_go_mod_sum;
};

class EffectiveModules {
 public:
  /// All three must outlive it.
  EffectiveModules(const MainModules& mains, const Replacements& replacements,
                   SummaryStore& store, EffectiveOptions options);

  /// Asks for the go.mod files that a module needs, if they are not known.
  void ask(VersionId module);

  /// Makes known what was asked for up to this module, which must have been.
  /// Stays where it is.
  const EffectiveModule& settle(VersionId module);

  /// Requires that it was settled.
  const EffectiveModule& of(VersionId module) const {
    return modules_[place_[module] - 1];
  }
  /// Whether it was settled.
  bool knows(VersionId module) const {
    return was_asked(module) &&
           (pending_.empty() ||
            place_[module] < place_[pending_.front().module]);
  }

  /// A main module's own requirements, in file order, without the excluded
  /// ones. `i` counts MainModules::modules.
  std::span<const VersionId> requirements_of_main(std::size_t i) const {
    return main_requirements_[i];
  }
  VersionId main(std::size_t i) const { return main_ids_[i]; }
  std::size_t main_count() const { return main_ids_.size(); }
  bool is_main_path(std::uint32_t path_id) const;
  bool is_excluded(VersionId module) const {
    return module < excluded_.size() && excluded_[module];
  }

  SummaryStore& store() { return store_; }
  const SummaryStore& store() const { return store_; }
  const MainModules& mains() const { return mains_; }
  /// Go lines of dependencies that are newer than the Go version resolved for.
  const std::vector<VersionId>& newer_go() const { return newer_go_; }

 private:
  struct Pending {
    VersionId module;
    VersionId read;
    std::optional<AppliedReplacement> by;
  };
  bool was_asked(VersionId module) const {
    return module < place_.size() && place_[module] != 0;
  }
  EffectiveModule make(const Pending& pending);
  EffectiveModule make_builtin(VersionId module);
  EffectiveModule make_main(VersionId module);
  EffectiveModule faulty(const Pending& pending, ModuleFault::Kind kind,
                         std::string reason, Errors errors = {});
  std::span<const VersionId> without_excluded(
      std::span<const VersionId> requirements);
  bool is_newer_go(std::string_view go_version) const;
  void add(VersionId module, EffectiveModule effective);

  const MainModules& mains_;
  const Replacements& replacements_;
  SummaryStore& store_;
  EffectiveOptions options_;
  std::vector<VersionId> main_ids_;
  std::vector<std::vector<VersionId>> main_requirements_;
  std::vector<char> excluded_;           // by VersionId
  std::deque<EffectiveModule> modules_;  // in the order of asking
  std::vector<std::uint32_t> place_;     // by VersionId, from 1; 0: not yet
  std::deque<Pending> pending_;          // those that wait for a file
  std::deque<ModuleFault> faults_;
  std::deque<std::vector<VersionId>> rows_;  // requirement lists made here
  std::vector<VersionId> newer_go_;
};

}  // namespace modgraph
