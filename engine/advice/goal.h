#pragma once

// The smallest set of edits of the main modules that reaches a goal.

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/findings/suggested_fix.h"
#include "engine/model/main_modules.h"
#include "engine/resolve/loader.h"

namespace modgraph {

enum class GoalKind : std::uint8_t {
  kDrop,   // the module leaves the build
  kCap,    // it is not selected above a version
  kBreak,  // it is in no loop of the graph
};

struct Goal {
  GoalKind kind = GoalKind::kDrop;
  std::string path;
  std::string version;  // of kCap
};

/// Reads drop:PATH, cap:PATH@VERSION and break:PATH; none for anything else.
std::optional<Goal> parse_goal(std::string_view words);

/// Whether a build has reached it.
bool reached(const Goal& goal, const ModuleGraph& graph);

/// The build after edits; an error when they cannot be made or resolved.
using TryBuild =
    std::function<Result<ResolvedBuild>(std::span<const MainEdit>)>;

struct GoalOptions {
  std::size_t max_edits = 4;
  std::size_t max_trials = 2000;
};

struct GoalSearch {
  /// All sets of the smallest size, each tried; the first changes the fewest
  /// modules. Empty: there is none within the limits.
  std::vector<std::vector<MainEdit>> sets;
  std::size_t trials = 0;
  std::size_t complete_to = 0;  // all sets up to this size were tried
  /// The limits ended the search, or edits that could not be resolved were in
  /// the way: a smaller set, or one at all, may exist.
  bool stopped_early = false;
  /// A go.mod, as it is or after edits, asks for less than is built, so that
  /// the go command raises its lines: a smaller set may exist.
  bool repaired = false;
  /// Who would have to change, where no edit of ours is enough: chains that
  /// stand in the way, in names.
  std::vector<std::vector<std::string>> in_the_way;
};

/// Searches among: dropping requirements of the main modules and excluding
/// versions; then lowers what it would drop, where a version that the graph
/// knows does too. Exact for kDrop and kCap within the limits: every chain to
/// what must go has to be broken somewhere, and each way to break it is tried,
/// one edit first, then two, and so on. For kBreak the loop shown is broken at
/// its members or on the way to it. Cost: at most max_trials resolutions.
/// Tested by tests/engine/advice/goal_test.cc.
GoalSearch search_goal(const Goal& goal, const MainModules& mains,
                       const ResolvedBuild& build, const TryBuild& attempt,
                       const GoalOptions& options = {});

}  // namespace modgraph
