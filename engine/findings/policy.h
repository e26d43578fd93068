#pragma once

// The user's word on rules: which are silent, and how grave the others are.

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/rules.h"

namespace modgraph {

/// Rules by code or name. Where a rule is named in several lists, the gravest
/// counts: deny before warn before allow.
struct Policy {
  std::vector<std::string> allow = {};
  std::vector<std::string> warn = {};
  std::vector<std::string> deny = {};
};

/// The level of a rule's findings; none when they are to be left out. A finding
/// that is less sure than its rule has a level of its own, `found`, which
/// stands unless the user names the rule.
std::optional<Level> level_under(const Policy& policy, const Rule& rule,
                                 Level found);

}  // namespace modgraph
