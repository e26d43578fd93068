#pragma once

// Findings that a team has decided to live with for now, as its baseline file
// lists them.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// What a finding is about, without places, versions and words: what it keeps
/// when lines move and versions are bumped.
struct FindingIdentity {
  std::string rule;     // its code
  std::string main;     // the module whose file it is about; several: by blanks
  std::string subject;  // the modules that it is about, ascending, by blanks
  friend auto operator<=>(const FindingIdentity&,
                          const FindingIdentity&) = default;
};

struct BaselineEntry {
  FindingIdentity finding;
  std::uint64_t count = 1;  // findings of one identity
  std::string reason;       // may be empty
  SourcePosition where;
};

struct Baseline {
  std::string file;                    // as findings name it; "": there is none
  std::vector<BaselineEntry> entries;  // ascending by identity
};

}  // namespace modgraph
