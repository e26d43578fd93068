#include "exporters/findings/suggested_fixes.h"

#include <fmt/core.h>

namespace modgraph {

std::string effect_text(const BuildEffect& effect) {
  if (effect.none()) return "the build list stays the same";
  return fmt::format("{} added, {} removed, {} changed", effect.added.size(),
                     effect.removed.size(), effect.changed.size());
}

}  // namespace modgraph
