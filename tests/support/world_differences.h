#pragma once

// The difference between two states of a project, in the words of worlds.

#include <string>

#include "engine/analysis/difference/project_difference.h"

namespace modgraph::test {

/// `modules` are what both states can use; see world_words.h.
ProjectDifference difference_of_worlds(const std::string& before,
                                       const std::string& after,
                                       const std::string& modules);

}  // namespace modgraph::test
