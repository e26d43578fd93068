#pragma once

// What users do not want to be told, and why: in their settings, or in comments
// of their go.mod files.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/level.h"

namespace modgraph {

/// What the settings say of one rule.
struct RuleSetting {
  std::string rule;                 // code or name
  std::optional<Level> level;       // off: its findings are left out
  std::vector<std::string> ignore;  // patterns of modules: silent about these
  SourcePosition where;
};

/// Findings that are reported as suppressed.
struct Silence {
  std::vector<std::string> rules;  // codes or names
  /// Patterns of any subject; empty: whatever it is about.
  std::vector<std::string> modules;
  std::string in;  // a pattern of the main module's folder; "": any
  std::string reason;
  std::string until;  // the last silent day, "2027-03-01"; "": for good
  SourcePosition where;
  /// Of a comment: the file that it stands in; "" for one of the settings.
  std::string file = {};
  /// Of a comment: the facts of the file that it is about, as "require a.b/c";
  /// empty: all of the file.
  std::vector<std::string> facts = {};
};

}  // namespace modgraph
