#pragma once

// What is built: one main module, or the modules of a workspace.

#include <optional>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

struct MainModule {
  Manifest manifest;   // read strictly
  std::string folder;  // absolute and clean; relative replacements start here
};

/// A single module has no `work`. Folders are absolute and clean, as Go's
/// filepath.Clean makes them.
struct MainModules {
  std::vector<MainModule> modules;  // in the order of the `use` lines
  std::optional<Manifest> work;     // the go.work file
  std::string folder;               // of go.work, else of the only go.mod

  bool is_workspace() const { return work.has_value(); }
};

}  // namespace modgraph
