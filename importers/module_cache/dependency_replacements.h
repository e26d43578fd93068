#pragma once

// The `replace` directives in the go.mod files of dependencies, which resolving
// ignores: they show what their authors build with.
// Source: go.dev/ref/mod#go-mod-file-replace.
// Tested by tests/importers/module_cache/dependency_replacements_test.cc.

#include <span>
#include <string>
#include <vector>

#include "engine/model/module_root_info.h"

namespace modgraph {

/// A dependency, and the module or absolute folder whose go.mod is read for it.
struct ReplacingModule {
  ModuleVersion module;
  ModuleVersion read;
};

/// Their directives, in the order given. `roots` are those of a module cache. A
/// file that cannot be read, or is not a go.mod, has none. Reads one file for
/// each module.
std::vector<DependencyReplacement> dependency_replacements(
    std::span<const ReplacingModule> modules,
    std::span<const std::string> roots);

}  // namespace modgraph
