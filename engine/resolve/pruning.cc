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

}  // namespace modgraph
