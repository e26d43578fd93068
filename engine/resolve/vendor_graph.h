#pragma once

// A build from go.mod and vendor/modules.txt alone, without the go.mod files of
// dependencies: the go command's vendor mode.
//
// Which versions are in the build is known; which module requires which is not.
// In a pruned module go.mod lists all of them. Elsewhere modules.txt does: what
// is vendored and what no main module requires at that version becomes a
// requirement of every main module. (The go command hangs it on a vertex
// `vendor/modules.txt`, which would be one more module here.)
// Source: go.dev/ref/mod#vendoring, and the go command's behaviour (1.26).
// Cost: O(n log n) in the directives and vendored modules.
// Tested by tests/engine/resolve/vendor_graph_test.cc and
// tests/oracle/vendoring.py.

#include <string>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"
#include "engine/model/vendored_modules.h"
#include "engine/resolve/loader.h"
#include "engine/resolve/vendor_roots.h"

namespace modgraph {

struct VendorOptions {
  VendorMode mode = VendorMode::kNamed;
  /// Refuse a go.mod that the go command would rewrite though nothing in it is
  /// wrong. `go list -m all` fails before it comes to that.
  bool refuse_rewrites = true;
  NewerGo newer_go = NewerGo::kWarn;
  /// The version of Go that is resolved as.
  std::string go_version = "1.26";
};

/// Whether the go command uses a vendor folder of these by default:
/// from go 1.14 on, if the folder was made for a workspace or a single module
/// as these are one.
bool vendors_automatically(const MainModules& mains,
                           const VendoredModules& vendored);

/// Resolves. Nothing but main modules is open, and the build is partial. Fails
/// as the go command does when it loads the main modules with -mod=vendor: what
/// contradicts itself, inconsistent vendoring, a go.mod that needs an update.
Result<ResolvedBuild> load_vendored(const MainModules& mains,
                                    const VendoredModules& vendored,
                                    const VendorOptions& options = {});

}  // namespace modgraph
