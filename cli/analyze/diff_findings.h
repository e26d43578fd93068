#pragma once

// What is found in the two states of `modgraph diff`, under the policy of the
// base. A difference is no verdict: nothing here fails.

#include <string>
#include <vector>

#include "cli/project/diff_places.h"
#include "cli/project/diff_state.h"
#include "engine/report/answers/diff.h"

namespace modgraph {

/// Settings or a baseline of the base that cannot be read are told in `notes`,
/// and the default policy counts.
DiffFindings diff_findings(const NamedPlace& base, const DiffState& before,
                           const DiffState& after,
                           std::vector<std::string>& notes);

}  // namespace modgraph
