#pragma once

// What a repository does not want in its builds, as its settings say it.
// Patterns are those of engine/base/settings_pattern.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/level.h"

namespace modgraph {

/// One end of a range of versions, in Go's order.
struct VersionBound {
  enum class Side : std::uint8_t { kAtLeast, kAbove, kAtMost, kBelow, kEqual };
  Side side = Side::kEqual;
  std::string version;
};

/// A module that must not be in the build list (MG0001).
struct Ban {
  std::string module;                  // a pattern
  std::vector<VersionBound> versions;  // all hold; empty: every version
  std::string reason;
  std::string use;  // what to use instead; a module, or MODULE@VERSION
  /// Patterns: it is allowed while all who require it match.
  std::vector<std::string> allow_from;
  bool direct = false;  // only as a direct requirement
  std::optional<Level> level;
  SourcePosition where;
};

/// How large a build may become (MG0002). None: as large as it likes.
struct Limits {
  struct Limit {
    std::uint64_t most = 0;
    SourcePosition where;
  };
  std::optional<Limit> modules;        // of the build list
  std::optional<Limit> direct;         // direct requirements
  std::optional<Limit> longest_chain;  // in modules, the main module included
  std::optional<Limit> new_exclusive;  // that a new direct dependency brings
  std::optional<Limit>
      drift;       // versions of one module that main modules require
  std::string go;  // the go line of a main module; "": any
  SourcePosition go_where;
};

/// A requirement, direct or through others, that must not be (MG0003).
struct ForbiddenEdge {
  std::string from;  // patterns
  std::string to;
  std::string reason;
  bool direct = false;  // only a requirement of its own go.mod
  std::optional<Level> level;
  SourcePosition where;
};

/// What replacements may put in the place of modules (MG0004).
struct ReplaceTargets {
  std::optional<std::vector<std::string>> allow;  // patterns; none: anything
  bool versions_only = false;  // no folders, whatever the patterns say
  std::optional<Level> level;
  SourcePosition where;
};

struct Policy {
  std::vector<Ban> banned;
  Limits limits;
  std::vector<ForbiddenEdge> forbidden_edges;
  std::optional<ReplaceTargets> replace;
};

}  // namespace modgraph
