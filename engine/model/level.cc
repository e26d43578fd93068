#include "engine/model/level.h"

namespace modgraph {

std::string_view level_name(Level level) {
  switch (level) {
    case Level::kOff:
      return "off";
    case Level::kNote:
      return "note";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "";
}

std::optional<Level> level_named(std::string_view name) {
  if (name == "none") return Level::kOff;
  for (const Level level : {Level::kNote, Level::kWarning, Level::kError})
    if (name == level_name(level)) return level;
  return std::nullopt;
}

}  // namespace modgraph
