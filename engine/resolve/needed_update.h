#pragma once

// Tested by tests/engine/resolve/needed_update_test.cc.

#include <optional>
#include <vector>

#include "engine/model/go_mod_update.h"
#include "engine/model/manifest.h"
#include "engine/resolve/summary_store.h"

namespace modgraph {

/// How a go.mod differs from the roots that it was made consistent with; none
/// if the go command would leave it as it is. `roots` are ascending.
std::optional<GoModUpdate> needed_update(const Manifest& manifest,
                                         const std::vector<VersionId>& roots,
                                         const VersionTable& table);

}  // namespace modgraph
