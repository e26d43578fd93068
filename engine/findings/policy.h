#pragma once

// What the user says about rules: which are silent, and the level of the
// others.

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/rules.h"

namespace modgraph {

/// Rules by code or name. Of several lists that name a rule, the most severe
/// counts: deny before warn before allow.
struct Policy {
  std::vector<std::string> allow = {};
  std::vector<std::string> warn = {};
  std::vector<std::string> deny = {};
};

/// The level of a rule's findings; none if they are left out. `found` is the
/// level of the finding itself, which is lower than the rule's where the
/// finding is less certain, and off for ordinary facts. It counts unless the
/// user names the rule.
std::optional<Level> level_under(const Policy& policy, const Rule& rule,
                                 Level found);

/// Whether findings of a rule at its own level are shown.
bool is_wanted(const Policy& policy, const Rule& rule);

}  // namespace modgraph
