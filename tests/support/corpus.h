#pragma once

// The requirement graphs of real modules, with everything that was recorded
// beside them.

#include <functional>
#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"

namespace modgraph::test {

/// Asks all questions about every recorded module and calls `check`, which
/// returns how many comparisons it made; prints their sum, or why there are
/// none.
void for_each_module(
    const std::string& suite,
    const std::function<std::size_t(const Project&, const Analysis&)>& check);

/// The modules of its main modules.
std::vector<ModuleId> main_modules(const ModuleGraph& graph);

}  // namespace modgraph::test
