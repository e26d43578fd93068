#pragma once

// The flags of `go mod edit` and `go work edit` that change what is resolved,
// read and refused as the go command does it.

#include <string_view>

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

}  // namespace modgraph
