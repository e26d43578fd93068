#pragma once

// An edit of a go.mod or go.work file as data, with the meaning that the flag
// of `go mod edit` and `go work edit` has that spells it.
// Source: go.dev/ref/mod#go-mod-edit.
// Tested by tests/engine/model/manifest_edit_test.cc.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/manifest.h"

namespace modgraph {

enum class EditKind : std::uint8_t {
  kRequire,      // this version of a module, in place of all its requirements
  kDropRequire,  // every requirement of a path; no version
  kExclude,
  kDropExclude,
  kReplace,      // of one version, or of all with version ""
  kDropReplace,  // of exactly this version, or of exactly ""
  kGo,           // version: 1.23.0, or "none" to drop the line; no path
  kToolchain,    // version: go1.23.0, "default", or "none"; no path
};

/// Which of the fields count, EditKind says. `replacement` is for kReplace
/// alone; its version is "" when its path is a folder.
struct ManifestEdit {
  EditKind kind = EditKind::kRequire;
  ModuleVersion module;
  ModuleVersion replacement = {};
  friend bool operator==(const ManifestEdit&, const ManifestEdit&) = default;
};

/// The flag, without its dash: "droprequire".
std::string_view flag_name(EditKind kind);

/// What follows the flag's '=': "example.com/m@v1.2.3=../m".
std::string flag_argument(const ManifestEdit& edit);

/// "-replace=example.com/m@v1.2.3=../m": one word for the go command, not yet
/// quoted for a shell.
std::string flag_of(const ManifestEdit& edit);

}  // namespace modgraph
