#pragma once

// What `go list -m` says of the modules of a resolved build.

#include <vector>

#include "cli/project/resolve_project.h"
#include "engine/model/module_info.h"

namespace modgraph {

enum class FactsWanted : std::uint8_t {
  kVersions,  // what the text of `go list -m all` shows
  kAll,       // what -json shows
};

/// One record for each module of the build list, in its order. Fails when a
/// go.mod is not the one that go.sum names.
Result<std::vector<ModuleInfo>> facts_of(Resolution& resolution,
                                         FactsWanted wanted);

}  // namespace modgraph
