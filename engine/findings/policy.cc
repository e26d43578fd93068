#include "engine/findings/policy.h"

#include <algorithm>

namespace modgraph {
namespace {

bool names(const std::vector<std::string>& list, const Rule& rule) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
    return name == rule.code || name == rule.name;
  });
}

}  // namespace

std::optional<Level> level_under(const Policy& policy, const Rule& rule,
                                 Level found) {
  if (names(policy.deny, rule)) return Level::kError;
  if (names(policy.warn, rule)) return Level::kWarning;
  if (names(policy.allow, rule)) return std::nullopt;
  return found;
}

}  // namespace modgraph
