#pragma once

// Which packages are in two modules of a resolved build: an import of one of
// them is ambiguous to the go command.
// Source: importFromModules() in cmd/go/internal/modload/import.go.
// Tested by tests/cases/ambiguous_import.txt.

#include <string>
#include <vector>

#include "cli/project/resolution.h"
#include "engine/model/module_metadata.h"

namespace modgraph {

struct SharedPackagesFound {
  std::vector<SharedPackages> shared;  // ascending by paths
  std::vector<std::string> unread;     // what is not known; sentences
};

/// Reads the archives, or the folders, of modules whose path is the beginning
/// of another one's in the build list; of those others only where a folder of
/// the first lies there. What is not at hand has no packages, nor
/// has a folder outside of the repository.
SharedPackagesFound shared_packages(const Resolution& resolution);

}  // namespace modgraph
