#pragma once

// Editing go.mod and go.work files as `go mod edit` and `go work edit` do, byte
// for byte. Like these, the file as a whole comes out formatted: words lose
// quotes that they do not need, versions become canonical, the lines of blocks
// are sorted, repeated exclude, replace, tool and ignore lines are removed.
//
//   const ManifestEdit edit{EditKind::kRequire, {"example.com/m", "v1.2.3"}};
//   auto edited = edit_go_mod("go.mod", text, {&edit, 1});
//
// What an edit does to lines, comments and blocks:
//  * require: the first line of the path takes the version and keeps its
//    comments, "// indirect" among them; its other lines are removed. A new
//    line goes to the end of the last require block.
//  * exclude, replace: a new line goes after the last one of the same path, or
//    to the end of the file. A replacement of all versions replaces every other
//    line about its path.
//  * drop...: the line is removed, with the comments above and after it.
//  * go, toolchain: of several, the last one counts; they are applied before
//    all other edits.
// Source: the behaviour of the go command and golang.org/x/mod/modfile 1.26.
// Cost: O(length * log length + edits * length).

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"

namespace modgraph {

/// The edit that `-NAME=argument` means for a file of this kind: path@version,
/// old[@version]=new[@version], a path, a version. White space around a path or
/// version is dropped. Refused (kUsage), with the go command's reason: paths
/// that cannot be imported, versions that are not one word of a go.mod,
/// exclusions of a version that is not canonical or not of its path's major,
/// replacements without a version that are not a folder, go lines and
/// toolchains of the wrong form. A requirement may name a branch or a query
/// such as "latest".
Result<ManifestEdit> read_edit_flag(EditKind kind, std::string_view argument,
                                    ManifestKind file);

/// Edits as the go command applies them when it gets their flags: each as
/// read_edit_flag reads it; first the last one of the go line, then the last
/// one of the toolchain line, then all others. Or an error for each that is
/// refused; of the go and toolchain lines, only the last one is looked at.
Result<std::vector<ManifestEdit>> read_edits(
    std::span<const ManifestEdit> edits, ManifestKind file);

struct EditedGoMod {
  std::string text;
  bool reformats = false;  // formatting alone would change the file: lines that
                           // no edit names may have changed
};

/// The file after these edits (without any, what `go mod edit -fmt` gives),
/// each read as the flag that flag_of() makes of it. Errors: all edits that the
/// go command refuses (see read_edit_flag), else those of parse_go_mod and
/// parse_go_work. The result need not parse: a requirement of "latest" is
/// written as it is, for the go command to look up.
Result<EditedGoMod> edit_go_mod(std::string_view file_name, std::string text,
                                std::span<const ManifestEdit> edits);
Result<EditedGoMod> edit_go_work(std::string_view file_name, std::string text,
                                 std::span<const ManifestEdit> edits);

}  // namespace modgraph
