#include "engine/resolve/pruning.h"

#include "engine/model/go_version.h"

namespace modgraph {

Pruning pruning_of_go_line(std::string_view go_version) {
  return compare_go_versions(go_version, "1.17") < 0 ? Pruning::kUnpruned
                                                     : Pruning::kPruned;
}

bool is_strict_go_version(std::string_view go_version) {
  return compare_go_versions(go_version, "1.21") >= 0;
}

bool is_newer_go_version(std::string_view go_line,
                         std::string_view go_version) {
  if (compare_go_versions(go_line, go_version) <= 0) return false;
  const auto line = parse_go_version(go_line);
  const auto own = parse_go_version(go_version);
  const bool same_language =
      line && own && line->major == own->major && line->minor == own->minor;
  return !(same_language && is_go_language_version(go_version));
}

}  // namespace modgraph
