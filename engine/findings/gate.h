#pragma once

// What lets a finding pass: the settings of a team, comments in its go.mod
// files, and its baseline.

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/rule_settings.h"
#include "engine/model/baseline.h"
#include "engine/model/silence.h"

namespace modgraph {

/// A go.mod or go.work as findings name it, and its folder from the settings'
/// own one; "." is that folder.
struct FileFolder {
  std::string file;
  std::string folder;
};

struct Gate {
  RuleSettings rules;
  std::vector<Silence> ignores;  // of the settings
  /// Of comments; none: those of the files that are judged.
  std::optional<std::vector<Silence>> comments;
  Baseline baseline;
  /// What the baseline lists and is gone is an error.
  bool ratchet = false;
  std::string today;  // "2027-03-01", UTC; "": no silence has ended
  /// What `in` of a silence is about.
  std::vector<FileFolder> folders;
};

}  // namespace modgraph
