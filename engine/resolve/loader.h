#pragma once

// From the go.mod of a module, or the go.work of a workspace, to its build: the
// module graph, the build list, and what is replaced, as the go command finds
// them, but in this process and without writing anything.
//
//   1. the roots: what go.mod requires and nothing excludes (root_requirements)
//   2. the graph that they lead to, pruned (requirement_graph)
//   3. the roots made consistent with it, and the graph once more
//
// What a module version requires, after replacements and exclusions, is in
// effective_modules.h; where its go.mod comes from, in module_source.h.
// Source: go.dev/ref/mod, and the go command's behaviour (1.26).
// Tested by tests/engine/resolve/loader_test.cc and tests/oracle/oracle.py.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/go_mod_update.h"
#include "engine/model/main_modules.h"
#include "engine/model/module_graph.h"
#include "engine/model/requirement_walk.h"
#include "engine/resolve/replacements.h"
#include "engine/resolve/root_requirements.h"
#include "engine/resolve/summary_store.h"

namespace modgraph {

/// The go.mod of a single module may lack a go line.
enum class MissingGoLine : std::uint8_t {
  kOldest,   // it means go 1.16: `go mod graph`
  kRunning,  // the running version is added: `go list -mod=mod`
};

/// What to do about go.mod files that the source does not have.
enum class MissingModules : std::uint8_t {
  kRefuse,
  kClosed,  // go on as if they had been pruned; the answer is partial
};

/// What is wanted of the requirement graph.
enum class GraphShape : std::uint8_t {
  kNone,    // only the build list
  kWalk,    // what `go mod graph` prints: quicker than a graph
  kFrozen,  // a graph to ask questions about
};

/// What to do about a go line that is newer than LoadOptions::go_version.
enum class NewerGo : std::uint8_t { kWarn, kRefuse };

/// A module version that a build needs and cannot use.
struct FaultyModule {
  ModuleVersion module;
  ModuleVersion required_by;  // of a shortest chain; version "": a main module
  bool is_missing = false;    // its go.mod is not at hand; else it is damaged
};

struct LoadOptions {
  ModMode mode = ModMode::kMod;
  MissingGoLine missing_go_line = MissingGoLine::kOldest;
  MissingModules missing = MissingModules::kRefuse;
  NewerGo newer_go = NewerGo::kWarn;
  /// The version of Go that is resolved as.
  std::string go_version = "1.26";
  /// kReadonly outside of workspaces: whether go.sum has the sum of the go.mod
  /// of a module version. Empty: not checked.
  std::function<bool(const ModuleVersion&)> has_go_mod_sum = {};
  /// What is wrong with a go.mod whose sum is this; empty: nothing is checked.
  std::function<std::optional<std::string>(const ModuleVersion&,
                                           std::string_view sum)>
      wrong_go_mod_sum = {};
  GraphShape shape = GraphShape::kFrozen;
  /// Filled with what a failure is about, where faulty modules cause it.
  std::vector<FaultyModule>* faults = nullptr;
  /// Name the option in messages ("disabled by -mod=readonly").
  bool mode_was_named = false;
};

/// A module of the build list.
struct BuildModule {
  const ModuleVersion* module = nullptr;  // in the store; null when vendored
  NodeId node = kNone<NodeId>;            // with GraphShape::kFrozen
  bool indirect = false;   // no main module requires it without `// indirect`
  std::string go_version;  // of the go.mod that was loaded; "" if none was
  std::optional<AppliedReplacement> replaced;
};

struct ResolvedBuild {
  /// With kFrozen: the requirement graph, all of it, and where the walk of its
  /// lines begins; not only with main modules in a workspace.
  ModuleGraph graph;
  std::vector<NodeId> roots;
  /// With kWalk: the same in the order in which it is printed.
  RequirementWalk walk;
  /// In the order of `go list -m all`; without go and toolchain.
  std::vector<BuildModule> build_list;
  /// What to tell the user besides the answer; whole sentences without a stop.
  std::vector<std::string> notes;
  /// Why the answer may be incomplete.
  std::vector<std::string> partial_because;
  /// What the go command would write into go.mod first; none in a workspace.
  std::optional<GoModUpdate> update;
  /// Main modules stand in for requirers that are not known: only a vendor
  /// folder was read (vendor_graph.h).
  bool has_stand_ins = false;
  /// With kFrozen, by node: its go.mod was loaded and its go line is below
  /// 1.17, so that all that it requires is loaded too.
  std::vector<bool> unpruned;
};

/// Resolves. Each module's manifest has a module line. Errors are all of their
/// kind: what contradicts itself in the main modules, then what is wrong with
/// or missing among the modules that they need.
Result<ResolvedBuild> load(const MainModules& mains, SummaryStore& store,
                           const LoadOptions& options = {});

}  // namespace modgraph
