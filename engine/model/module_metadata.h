#pragma once

// Metadata of modules that neither the graph nor `go list` has: from the go
// command's settings and from the module cache.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

struct ModuleMetadata {
  ModuleVersion module;  // of the build list, under its own name
  std::string time;      // RFC 3339, when it was published; "" if not known
  /// The size of its archive in the module cache, else of its folder.
  std::optional<std::uint64_t> bytes;
};

struct BuildMetadata {
  std::vector<ModuleMetadata> modules;  // ascending by path; may lack some
  /// Patterns of paths that are fetched past every proxy: GONOPROXY, else
  /// GOPRIVATE.
  std::string no_proxy;
};

}  // namespace modgraph
