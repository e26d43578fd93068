#pragma once

// What is wrong with package data: it belongs to another build than the graph.

#include <string>
#include <vector>

#include "engine/findings/findings.h"

namespace modgraph {

/// MG8006: one finding, however many modules differ.
std::vector<Finding> package_findings(const Evidence& evidence);

/// Why package data is ignored; empty if it is not, or if there is none.
std::vector<std::string> unsound_packages(const Project& project,
                                          const Analysis& analysis);

}  // namespace modgraph
