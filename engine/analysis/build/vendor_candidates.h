#pragma once

// Which modules of the build are worth a copy of one's own: vendored, mirrored,
// or forked with intent?
//
// The score of a module is the sum of the points of its reasons, each of which
// a reader can look up and dispute:
//
//   3  outside any proxy    GONOPROXY or GOPRIVATE names it: there is only
//                           one place to have it from
//   3  retracted            its authors say: do not use this version
//   2  deprecated           its authors no longer maintain it
//   2  fork                 another module is read in its place
//   1  folder               a folder is read in its place
//   1  pseudo-version       no tag: a commit that can vanish
//   1  no go.mod            a version of v2 or higher that is +incompatible
//   1  stale                published 3 years before the newest of the build
//   2  very stale           ... 6 years
//   1  tiny and everywhere  at most 64 KiB, requires nothing, and at least 10
//                           modules of the build require it
//
// The cost is given besides the score and is no part of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/project.h"

namespace modgraph {

enum class VendorReason : std::uint8_t {
  kOutsideProxies,
  kRetracted,
  kDeprecated,
  kFork,
  kFolder,
  kPseudoVersion,
  kNoGoMod,
  kStale,
  kTinyLeaf,
};

struct VendorPoint {
  VendorReason reason{};
  int points = 0;
  /// The pattern, rationale, message, replacement or version; kStale: the day;
  /// kTinyLeaf: nothing.
  std::string detail;
};

struct VendorCandidate {
  NodeId node{};  // of the build list, and no main module
  int score = 0;
  std::vector<VendorPoint> reasons;  // in the order of VendorReason
  std::uint32_t dependents = 0;      // modules of the build that require it
  /// Modules that would leave with it, itself included; 0: not known.
  std::uint32_t exclusive = 0;
  std::optional<std::uint64_t> bytes;  // on disk, if that is known
};

/// From this score on a module is a finding. No single reason reaches it.
inline constexpr int kVendorThreshold = 4;

/// All modules with a reason of which no package is vendored: by score, then by dependents, both descending,
/// then by path. Times are compared with the newest one that is known in the
/// build, never with a clock. `selected` and `exclusive` are the answers of
/// selected_graph() and exclusive_weights().
/// O((modules + rows of go list) * (log + replace lines)).
std::vector<VendorCandidate> vendor_candidates(
    const Project& project, const Digraph<ModuleId>& selected,
    const std::vector<std::uint32_t>& exclusive);

}  // namespace modgraph
