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

/// Two modules of the build whose files give the same packages: the go command
/// refuses to import one of those.
struct SharedPackages {
  std::string outer;
  std::string inner;                  // `outer` and more path elements
  std::vector<std::string> packages;  // import paths, ascending
  bool all_of_inner = false;          // `inner` has no other package
};

struct BuildMetadata {
  std::vector<ModuleMetadata> modules;  // ascending by path; may lack some
  /// Patterns of paths that are fetched past every proxy: GONOPROXY, else
  /// GOPRIVATE.
  std::string no_proxy;
  /// Ascending by paths. Only of modules whose files are at hand.
  std::vector<SharedPackages> shared_packages;
};

}  // namespace modgraph
