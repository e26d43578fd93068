#pragma once

// The answer to "which modules matter most?", in names, for exporters.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"

namespace modgraph {

/// What modules are compared by: numbers of the selected graph.
enum class RankBy : std::uint8_t {
  kDependents,    // how many modules require it
  kDependencies,  // how many modules it requires
  kReach,         // how many it reaches
  kReachedBy,     // how many reach it
  kExclusive,     // how many leave with it, itself included
  kBetweenness,   // how much of the shortest chains passes through it
};

/// "dependents", "dependencies", "reach", "reached-by", "exclusive",
/// "betweenness".
std::string_view rank_name(RankBy by);

struct RankedModule {
  std::string name;  // "path@version", or "path" for a main module
  std::size_t dependents = 0;
  std::size_t dependencies = 0;
  std::optional<std::uint32_t> reach;  // none: above the limit of work
  std::optional<std::uint32_t> reached_by;
  std::optional<std::uint32_t> exclusive;  // none: no main module reaches it
  std::optional<double> betweenness;       // none: not asked for
};

struct RankingAnswer {
  RankBy by = RankBy::kDependents;
  std::size_t count = 0;  // of all modules that could be listed
  /// The highest number first, then in build list order. Main modules take
  /// part.
  std::vector<RankedModule> modules;
};

/// At most `top` modules (0: all). Nothing when the number that they are to be
/// compared by takes more work than its documented limit.
std::optional<RankingAnswer> ranking_answer(const Project& project,
                                            const Analysis& analysis, RankBy by,
                                            std::size_t top);

}  // namespace modgraph
