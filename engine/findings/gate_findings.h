#pragma once

// MG9001 to MG9004 and MG9006: what is wrong with silences and baselines.

#include <span>
#include <vector>

#include "engine/analysis/go_mod_lines/silence_comments.h"
#include "engine/findings/finding.h"
#include "engine/findings/gate.h"
#include "engine/findings/silences.h"
#include "engine/model/project.h"

namespace modgraph {

/// The level that settings give a rule of these counts already. `comments` are
/// those of the project's own files, `used` what the counting ones did. What is
/// gone is only told of a build that is known as a whole.
std::vector<Finding> gate_findings(const Project& project, const Gate& gate,
                                   std::span<const SilenceComments> comments,
                                   const SilencesUsed& used);

}  // namespace modgraph
