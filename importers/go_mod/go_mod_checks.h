#pragma once

// What the go command requires of a go.mod or go.work file before it builds
// with it, beyond the format of the file.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "importers/go_mod/go_mod_error.h"

namespace modgraph {

/// A main module needs a module line with an importable path that is not "go"
/// or "toolchain"; godebug settings that exist; tools that can be imported;
/// retractions of canonical versions that fit its path; and one replacement per
/// module version. All errors, in no particular order. O(n log n).
Errors check_main_go_mod(const NamedText& source, const Manifest& manifest);

/// A workspace may use a folder once; godebug and replace as above. Folders are
/// compared by spelling, without looking at the disk: "./a" and "a/" are one,
/// "a" and "/home/x/a" are two.
Errors check_main_go_work(const NamedText& source, const Manifest& manifest);

/// Why a godebug setting is refused; a message of "" if it is not. The names
/// are those of Go 1.26.
GoModComplaint godebug_complaint(std::string_view key, std::string_view value);

}  // namespace modgraph
