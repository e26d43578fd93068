#pragma once

// Modules, and the two names that Go reserves: `go` and `toolchain` are
// required like modules, but have versions of their own kind (go_version.h).

#include <cstdint>
#include <string_view>

namespace modgraph {

enum class ModuleKind : std::uint8_t { kModule, kGo, kToolchain };

/// kGo for "go", kToolchain for "toolchain", else kModule.
constexpr ModuleKind module_kind(std::string_view path) {
  if (path == "go") return ModuleKind::kGo;
  return path == "toolchain" ? ModuleKind::kToolchain : ModuleKind::kModule;
}

}  // namespace modgraph
