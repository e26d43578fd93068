#pragma once

// What the settings of a folder come to: what they say, and the defaults of all
// else.

#include <string>

#include "cli/project/settings.h"
#include "engine/base/result.h"
#include "engine/report/answers/settings.h"

namespace modgraph {

/// `shown` is how answers name the file.
SettingsInForce settings_in_force(const Settings& settings,
                                  const std::string& shown);

/// What is wrong with the files that settings name, in a repository: they lie
/// outside of it, are not there, or are no regular files.
Errors faults_of_inputs(const Settings& settings,
                        const std::string& repository);

}  // namespace modgraph
