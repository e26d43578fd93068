#pragma once

// What is wrong with package data: it is of another build than the graph.

#include <string>
#include <vector>

#include "engine/findings/findings.h"

namespace modgraph {

/// MG8006: one finding, however many modules differ.
std::vector<Finding> package_findings(const Evidence& evidence);

/// Why answers from package data are left out; empty when they are not, or
/// when there is no such data.
std::vector<std::string> unsound_packages(const Project& project,
                                          const Analysis& analysis);

}  // namespace modgraph
