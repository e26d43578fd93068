#pragma once

// A project with a vendor folder, in memory.

#include <string>
#include <string_view>

#include "engine/resolve/vendor_graph.h"

namespace modgraph::test {

/// "go.mod: module m; go 1.16 | a/go.mod: ...": files, "; " ends a line. Lines
/// of modules.txt end with " | ".
struct VendoredProject {
  std::string files;
  std::string modules_txt;
};

MainModules main_modules_of(const VendoredProject& project);
VendoredModules vendored_modules_of(const VendoredProject& project);

/// What the go command finds inconsistent, "module: why" joined by " | ".
std::string inconsistencies(const VendoredProject& project);

/// The graph as requirement lines joined by " | ", or "!" and all errors.
std::string vendored_graph(const VendoredProject& project,
                           const VendorOptions& options = {});

}  // namespace modgraph::test
