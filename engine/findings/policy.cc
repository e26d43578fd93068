#include "engine/findings/policy.h"

#include <algorithm>

namespace modgraph {
namespace {

bool is_named(const std::vector<std::string>& list, const Rule& rule) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
    return name == rule.code || name == rule.name;
  });
}

}  // namespace

std::optional<Level> level_under(const Policy& policy, const Rule& rule,
                                 Level found) {
  if (is_named(policy.deny, rule)) return Level::kError;
  if (is_named(policy.warn, rule)) return Level::kWarning;
  if (is_named(policy.allow, rule)) return std::nullopt;
  if (found == Level::kOff) return std::nullopt;
  return found;
}

bool is_wanted(const Policy& policy, const Rule& rule) {
  return level_under(policy, rule, rule.level).has_value();
}

}  // namespace modgraph
