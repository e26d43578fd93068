#pragma once

// A small world of modules in memory: a project's own files, and the module
// versions that can be had.

#include <map>
#include <string>

#include "engine/resolve/loader.h"

namespace modgraph::test {

struct ModuleWorld {
  /// Files of the project by relative name: "go.mod", or "go.work" and
  /// "a/go.mod"; go.mod files of folders that replace something, too.
  std::map<std::string, std::string> files;
  /// "path@version" to the text of its go.mod.
  std::map<std::string, std::string> modules;
};

/// Where the project of a world is.
inline constexpr const char* kWorldFolder = "/world";

/// The main modules of a world, or what is wrong with their files.
Result<MainModules> main_modules_of(const ModuleWorld& world);

/// All go.mod files that a build can need, as a MemorySource takes them.
std::map<std::string, std::string> go_mod_files_of(const ModuleWorld& world);

/// What the go command would print, or "error: " and the first error.
std::string graph_of_world(const ModuleWorld& world,
                           const LoadOptions& options = {});
std::string list_of_world(const ModuleWorld& world, LoadOptions options = {});

/// What the go command would write into its go.mod, a line each: "PATH FROM ->
/// TO", "+PATH VERSION", "-PATH VERSION". "" for nothing, or "error: ".
std::string update_of_world(const ModuleWorld& world);

}  // namespace modgraph::test
