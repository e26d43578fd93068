#pragma once

// How large modules are: their archives in the module cache, or their folders.
// Fetches nothing and opens no file.
// Source: go.dev/ref/mod#module-cache.
// Tested by tests/importers/module_cache/module_sizes_test.cc.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

/// A module, or what replaces it.
struct ModuleToMeasure {
  ModuleVersion module;
  std::string folder;  // its folder, if known; else ""
};

struct ModuleSize {
  std::uint64_t bytes = 0;
  bool unpacked = false;  // of the files in its folder; else of the archive
};

/// By module: the size of its archive, or else of the files in its folder;
/// nothing when `module_cache` (GOMODCACHE) has neither. Links are not
/// followed; folders of more than a million entries have no size. Looks at
/// every file of a folder, in parallel.
std::vector<std::optional<ModuleSize>> module_sizes(
    std::span<const ModuleToMeasure> modules, const std::string& module_cache);

}  // namespace modgraph
