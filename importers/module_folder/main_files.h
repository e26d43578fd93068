#pragma once

// From a folder to the main modules: the go.work or go.mod that applies there,
// by the go command's search, read strictly.
// Source: go.dev/ref/mod#workspaces, `go help modules`, and the go command's
// behaviour (1.26).
// Tested by tests/importers/module_folder/main_files_test.cc.

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

struct MainFilesOptions {
  std::string folder;  // absolute: where to begin
  /// GOWORK: "" or "auto" searches upward, "off" ignores go.work, else a path.
  std::string work;
  std::string go_root;   // the search for go.work does not cross it
  std::string mod_file;  // -modfile: read instead of go.mod
  /// A go.mod right in here is ignored, as the go command does.
  std::string temp_folder;
  /// If not empty, `use` lines must name folders inside this one, with links
  /// followed.
  std::string confine;
  /// Files are named relative to this folder in manifests and errors.
  std::string shown_from;
  /// Where the files are.
  const FileTree* tree = &disk();
};

/// Which files make up the build.
struct MainFiles {
  std::string work;    // the go.work, absolute; "" outside of workspaces
  std::string mod;     // the go.mod (or -modfile), absolute; "" in a workspace
  std::string folder;  // of go.work, else of the go.mod that was found
};

/// Looks for them. Fails (kEnvironment) if there is none, in the go command's
/// words.
Result<MainFiles> find_main_files(const MainFilesOptions& options);

/// Reads them all. All errors of all files are returned.
Result<MainModules> read_main_modules(const MainFiles& files,
                                      const MainFilesOptions& options);

}  // namespace modgraph
