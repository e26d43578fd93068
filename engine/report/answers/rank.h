#pragma once

// "Which modules matter most?" as a document.
// Tested by tests/engine/report/answers/rank_test.cc.

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kRankShape;

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

/// The modules of the build list, main modules too: the highest number first,
/// then in build list order; at most `top` of them (0: all). Nothing when the
/// number that they are compared by takes more work than its documented limit.
/// O(V log V), and betweenness where it is asked for.
std::optional<Document> rank_document(const Project& project,
                                      const Analysis& analysis, RankBy by,
                                      std::size_t top);

}  // namespace modgraph
