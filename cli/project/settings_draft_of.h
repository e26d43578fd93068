#pragma once

// What a first .modgraph.yaml says of a folder.

#include <string>

#include "cli/options.h"
#include "exporters/findings/settings_draft.h"

namespace modgraph {

/// Of the module or workspace of the folder, else of all modules below it.
/// `unknown` is why nothing is known of them; "" when it is.
SettingsDraft settings_draft_of(const std::string& folder,
                                const GlobalOptions& global,
                                std::string& unknown);

}  // namespace modgraph
