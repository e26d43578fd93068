#pragma once

// How modules are had: what the go command's settings and the module cache say
// beside the graph and beside `go list`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

struct ModuleSupply {
  ModuleVersion module;  // of the build list, under its own name
  std::string time;      // RFC 3339, when it was published; "" if not known
  /// What is read for it takes so much room: its archive, else its folder.
  std::optional<std::uint64_t> bytes;
};

struct ModuleSupplies {
  std::vector<ModuleSupply> modules;  // ascending by path; may lack some
  /// Patterns of paths that are fetched past every proxy: GONOPROXY, else
  /// GOPRIVATE.
  std::string no_proxy;
};

}  // namespace modgraph
