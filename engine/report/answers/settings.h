#pragma once

// "Which settings count here, and where does it say so?" as a document.
// Tested by tests/engine/report/answers/settings_test.cc.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/document/document.h"
#include "engine/model/policy.h"
#include "engine/model/silence.h"

namespace modgraph {

extern const DocumentShape kSettingsInForceShape;

/// What counts in a folder. A place without a line: the settings do not say it.
struct SettingsInForce {
  struct Value {
    std::string value;
    SourcePosition where;
  };
  struct Input {
    std::string_view kind;  // graph, mod, list, packages or timings
    Value path;
  };

  std::string file;  // as answers name it; "": there are no settings
  std::string sha256;
  bool of_repository = false;
  Value fail_on;  // the level that fails, or none
  std::vector<Input> inputs;
  std::vector<RuleSetting> rules;
  std::vector<Silence> ignore;
  Policy policy;
  Value baseline;  // "": the nearest
  bool ratchet = false;
  SourcePosition ratchet_where;
  std::vector<std::string> not_followed;  // "fail-on: none"
};

/// With all rules, by code. `with_origins`: texts say of each value where it
/// comes from. The document borrows from the settings.
Document settings_document(const SettingsInForce& settings, bool with_origins);

/// ">= v1.2.0, < v1.3.0", as settings write it.
std::string bounds_text(const std::vector<VersionBound>& bounds);

}  // namespace modgraph
