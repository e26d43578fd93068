#pragma once

// The roots of a build from a vendor folder: what go.mod requires, compared
// with what modules.txt says is in the build.

#include <cstdint>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"
#include "engine/model/vendored_modules.h"

namespace modgraph {

/// Whether vendor mode was asked for or is the go command's default
/// accord: it says so when it refuses.
enum class VendorMode : std::uint8_t { kNamed, kAutomatic };

/// By path bytewise, then by version. (Go's ModSort.)
void sort_modules(std::vector<ModuleVersion>& modules);

/// What a go.mod requires and does not exclude, in file order, and its go line
/// or the one that is meant without it.
std::vector<ModuleVersion> requirements_and_go(const Manifest& manifest);

/// The same with the toolchain line, sorted: the roots of a single module.
std::vector<ModuleVersion> single_module_roots(const Manifest& manifest);

/// Where roots and vendored modules of a single module contradict each other.
/// O(n log n).
Errors check_vendor_roots(const MainModule& main,
                          const VendoredModules& vendored, VendorMode mode);

/// That go.mod would have to be updated, which vendor mode does not do.
Error update_needed(const MainModule& main, VendorMode mode);

/// An error in a line of modules.txt.
Error error_at(const VendoredModule& module, std::string message);

}  // namespace modgraph
