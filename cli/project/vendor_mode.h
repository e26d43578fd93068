#pragma once

// Which part a vendor folder plays when a folder is resolved.

#include <string>

#include "cli/project/resolution.h"

namespace modgraph {

enum class VendorUse : std::uint8_t {
  kNever,      // as `go mod graph`, which has no -mod flag
  kIfMissing,  // where the module cache lacks go.mod files that are needed
  kAlways,     // --mod=vendor: the cache is not looked at
};

/// `environment` with the options in it already. Analyses use a vendor folder
/// by themselves, unless --mod says what else to do.
VendorUse vendor_use(const ResolveOptions& options,
                     const GoEnvironment& environment, ResolveAs as);

/// The build from vendor/modules.txt. `list` then fails as the go command does,
/// which cannot list a build that it sees only in part.
Result<ResolvedBuild> build_from_vendor(const Resolution& resolution,
                                        ResolveAs as);

/// The same in the place of a build that failed because go.mod files are
/// not in the module cache; the
/// errors of that build where the go command would not use the vendor folder.
Result<ResolvedBuild> build_from_vendor_instead(const Resolution& resolution,
                                                Errors failure);

/// What the go command needs here so that `go list -m all` answers: "-mod=mod"
/// or, in a workspace, "-mod=readonly" where it would build from the vendor
/// folder, and refuse; else "".
std::string flag_against_vendor(const Resolution& resolution);

}  // namespace modgraph
