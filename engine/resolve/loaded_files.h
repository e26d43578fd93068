#pragma once

// What the go.mod files that a build was made from say of excluded versions,
// and which of them go.sum does not vouch for.
// Source: go.dev/ref/mod#go-mod-file-exclude, #go-sum-files.
// Cost: O(requirements + vertices * log sums).
// Tested by tests/engine/resolve/loaded_files_test.cc.

#include <vector>

#include "engine/model/go_sum.h"
#include "engine/model/main_modules.h"
#include "engine/model/module_graph.h"
#include "engine/model/module_root_info.h"
#include "engine/resolve/replacements.h"
#include "engine/resolve/summary_store.h"

namespace modgraph {

/// The go.mod that was read for a vertex of a graph.
struct LoadedFile {
  NodeId node{};
  ModuleVersion read;  // what replaces it, if something does
};

/// Of all vertices that were loaded, main modules aside, ascending by vertex.
std::vector<LoadedFile> loaded_files(const ModuleGraph& graph,
                                     const Replacements& replacements);

/// The requirements on versions that a main module excludes, by what is
/// excluded and then by who requires it. `store` has the summaries of all
/// loaded files.
std::vector<ExcludedRequirement> excluded_requirements(
    const MainModules& mains, const ModuleGraph& graph,
    const std::vector<LoadedFile>& loaded, SummaryStore& store);

/// The loaded files without a sum of their own, ascending. Folders need none.
std::vector<ModuleVersion> missing_go_mod_sums(
    const std::vector<LoadedFile>& loaded, const GoSums& sums);

}  // namespace modgraph
