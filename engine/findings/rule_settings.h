#pragma once

// What the user says about rules: which are silent, the level of the others, and
// what a policy does not want.

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/rules.h"
#include "engine/model/policy.h"
#include "engine/model/silence.h"

namespace modgraph {

/// Rules by code or name. Of several lists that name a rule, the most severe
/// counts: deny before warn before allow. They are the command line's, which
/// counts before `levels`, those of the settings.
struct RuleSettings {
  std::vector<std::string> allow = {};
  std::vector<std::string> warn = {};
  std::vector<std::string> deny = {};
  std::vector<RuleSetting> levels = {};
  Policy policy = {};
};

/// The level of a rule's findings; none if they are left out. `found` is the
/// level of the finding itself, which is lower than the rule's where the
/// finding is less certain, and off for ordinary facts. It counts unless the
/// user names the rule; an `is_own` level, that an entry of the settings gives,
/// unless the command line does.
std::optional<Level> level_under(const RuleSettings& settings, const Rule& rule,
                                 Level found, bool is_own = false);

/// Whether findings of a rule at its own level are shown.
bool is_wanted(const RuleSettings& settings, const Rule& rule);

}  // namespace modgraph
