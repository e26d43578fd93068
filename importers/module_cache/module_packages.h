#pragma once

// Which folders of a module are packages: from its archive in the module cache,
// or from its folder. Fetches nothing, unpacks nothing.
// Source: go.dev/ref/mod#module-cache, #zip-files; dirInModule() in
// cmd/go/internal/modload/import.go.
// Tested by tests/importers/module_cache/module_packages_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

/// A module, or what replaces it.
struct ModuleFiles {
  ModuleVersion module;  // version "": it is in `folder` alone
  std::string folder;    // of a main module or a replacement; else ""
};

struct PackageFolders {
  enum class State : std::uint8_t {
    kKnown,
    kNotAtHand,  // neither archive nor folder
    kUnreadable,
  };
  State state = State::kNotAtHand;
  std::vector<std::string> folders;  // ascending; "" is the module itself
};

/// The folders that hold a Go file, tests included: to the go command that is a
/// package. Without testdata, vendor, names that begin with "." or "_", and the
/// folders of modules inside of it. `below`, if not empty: only these folders,
/// relative to the module, and those in them.
PackageFolders package_folders(const ModuleFiles& module,
                               const std::string& module_cache,
                               std::span<const std::string> below = {});

}  // namespace modgraph
