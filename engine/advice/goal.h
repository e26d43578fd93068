#pragma once

// The smallest sets of edits of the main modules' go.mod files that reach a
// goal.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/edit_simulator.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

enum class GoalKind : std::uint8_t {
  kDrop,   // the module leaves the build
  kCap,    // it is not selected above a version
  kBreak,  // it is on no cycle of the graph
};

struct Goal {
  GoalKind kind = GoalKind::kDrop;
  std::string path;
  std::string version;  // of kCap
};

/// Parses drop:PATH, cap:PATH@VERSION and break:PATH; none for anything else.
std::optional<Goal> parse_goal(std::string_view words);

/// Whether a build has reached it.
bool reached(const Goal& goal, const ModuleGraph& graph);

struct GoalOptions {
  std::size_t max_edits = 4;
  std::size_t max_trials = 2000;  // a trial is one resolution
};

struct GoalSearch {
  /// All sets of the smallest size, each tried: first those that build every
  /// module at its minimum or above, and of these the one that changes the
  /// fewest modules. Empty: there is none within the limits.
  std::vector<std::vector<MainEdit>> sets;
  std::size_t trials = 0;
  std::size_t complete_to = 0;  // all sets up to this size were tried
  /// The limits ended the search, or some edits could not be resolved: a
  /// smaller set, or one at all, may exist.
  bool stopped_early = false;
  /// A go.mod, as it is or after edits, requires less than is selected, so that
  /// the go command raises its lines: a smaller set may exist.
  bool repaired = false;
  /// Where no edit of the main modules is enough: chains of requirements that
  /// only other modules can break, in names.
  std::vector<std::vector<std::string>> obstacles;
};

/// Searches among: dropping requirements of the main modules and excluding
/// versions; then lowers what it would drop, where a version that the graph
/// knows, or whose go.mod is at hand, is enough. Exact for kDrop and kCap within the limits: every chain to
/// what must go has to be broken somewhere, and each way to break it is tried,
/// one edit first, then two, and so on. For kBreak the cycle found first is
/// broken at its members or on the way to it.
/// Cost: at most max_trials resolutions, and those of the lowering.
/// Tested by tests/engine/advice/goal_test.cc.
GoalSearch search_goal(const Goal& goal, const EditSimulator& simulator,
                       const GoalOptions& options = {});

/// The same, for people.
struct GoalPlan {
  bool holds_already = false;
  GoalSearch search;
  std::vector<SuggestedFix> fixes;       // one for each set, in their order
  std::vector<LoweredModule> lowered;    // what the first set lowers
  std::vector<std::string> required_by;  // who requires what should go
};

/// Cost: that of search_goal(), and one simulation for each set.
GoalPlan plan_goal(const Goal& goal, const EditSimulator& simulator,
                   const GoalOptions& options = {});

}  // namespace modgraph
