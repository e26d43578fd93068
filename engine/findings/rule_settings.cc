#include "engine/findings/rule_settings.h"

#include <algorithm>

namespace modgraph {
namespace {

bool is_named(const std::vector<std::string>& list, const Rule& rule) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
    return name == rule.code || name == rule.name;
  });
}

}  // namespace

std::optional<Level> level_under(const RuleSettings& settings, const Rule& rule,
                                 Level found, bool is_own) {
  if (is_named(settings.deny, rule)) return Level::kError;
  if (is_named(settings.warn, rule)) return Level::kWarning;
  if (is_named(settings.allow, rule)) return std::nullopt;
  for (const RuleSetting& s : settings.levels)
    if (!is_own && s.level && (s.rule == rule.code || s.rule == rule.name))
      found = *s.level;
  if (found == Level::kOff) return std::nullopt;
  return found;
}

bool is_wanted(const RuleSettings& settings, const Rule& rule) {
  return level_under(settings, rule, rule.level).has_value();
}

}  // namespace modgraph
