#pragma once

// The flags of `go mod edit` and `go work edit` that change what is resolved,
// read and refused as the go command does it.

#include <span>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"

namespace modgraph {

/// The edit that `-NAME=argument` means for a file of this kind: path@version,
/// old[@version]=new[@version], a path, a version. White space around a path or
/// version is dropped. Refused (kUsage), with the go command's reason: paths
/// that cannot be imported, versions that are no word of a go.mod, exclusions
/// of a version that is not canonical or not of its path's major, replacements
/// without a version that are no folder, go lines and toolchains of the wrong
/// form. A requirement may name a branch or a query such as "latest".
Result<ManifestEdit> read_edit_flag(EditKind kind, std::string_view argument,
                                    ManifestKind file);

/// Edits as the go command applies them when it gets their flags: each as
/// read_edit_flag reads it; first the last one of the go line, then the last
/// one of the toolchain line, then all others. Or all that are refused; of the
/// go and toolchain lines, only the last one is looked at.
Result<std::vector<ManifestEdit>> read_edits(
    std::span<const ManifestEdit> edits, ManifestKind file);

}  // namespace modgraph
