#pragma once

// The directives of go.mod and go.work, up to Go 1.26.
// Source: go.dev/ref/mod#go-mod-file, #workspaces.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

enum class GoModDirectiveId : std::uint8_t {
  kModule,
  kGo,
  kToolchain,
  kGodebug,
  kRequire,
  kExclude,
  kReplace,
  kRetract,
  kTool,
  kIgnore,
  kUse,
};

/// Where a directive counts. In a dependency's go.mod the others are skipped,
/// unknown ones too.
struct GoModDirective {
  GoModDirectiveId id;
  std::string_view name;
  bool in_mod;
  bool in_work;
  bool in_block;       // also as `name ( ... )`
  bool in_dependency;  // in the go.mod of a dependency
};

/// The directive of this name; nullptr if there is none.
const GoModDirective* find_directive(std::string_view name);

/// The names that a file of this kind may use.
std::vector<std::string_view> directive_names(ManifestKind kind);

}  // namespace modgraph
