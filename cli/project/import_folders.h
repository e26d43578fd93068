#pragma once

// Several folders in, each a build of its own.

#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/project/import_project.h"

namespace modgraph {

struct ImportedFolder {
  std::string folder;  // as files in it are named
  InputPlan plan;
  ImportedProject imported;
};

struct ImportedFolders {
  std::vector<std::unique_ptr<ImportedFolder>> folders;
  std::vector<std::string> failed;  // named as above
  Errors errors;                    // of those
};

/// In the order of `folders`. Folders of one workspace are one build, imported
/// once, as the first of them. A folder that fails does not keep the others
/// from being imported. They share the modules that were read.
ImportedFolders import_folders(const std::vector<std::string>& folders,
                               const InputOptions& options,
                               const GlobalOptions& global, Wanted wanted);

}  // namespace modgraph
