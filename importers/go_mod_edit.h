#pragma once

// Editing go.mod and go.work files as `go mod edit` and `go work edit` do, byte
// for byte. Like these, the file as a whole comes out formatted: words lose
// quotes that they do not need, versions become canonical, the lines of blocks
// are sorted, repeated exclude, replace, tool and ignore lines go.
//
//   auto edited = edit_go_mod("go.mod", text,
//                             {{EditKind::kRequire, {"example.com/m",
//                             "v1.2.3"}}});
//
// What an edit does to lines, comments and blocks:
//   require       the first line of the path takes the version and keeps its
//                 comments, "// indirect" among them; its other lines go. A new
//                 line goes to the end of the last require block.
//   exclude,      a new line goes behind the last one of the same path, or to
//   replace       the end of the file. A replacement of all versions takes the
//                 place of every replacement of its path.
//   drop...       the line goes, with the comments above and behind it
//   go,           of several, the last one counts; they are applied before all
//   toolchain     other edits
// Source: the behaviour of the go command and golang.org/x/mod/modfile 1.26.
// Cost: O(length * log length + edits * length).

#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/manifest_edit.h"

namespace modgraph {

struct EditedGoMod {
  std::string text;
  bool reformats = false;  // formatting alone would change the file: lines that
                           // no edit names may have changed
};

/// The file after these edits, each of which is what flag_of spells. Errors:
/// all edits that the go command refuses (go_mod_edit_flag.h), else those of
/// parse_go_mod and parse_go_work. The result need not parse: a requirement of
/// "latest" is written as it is, for the go command to look up.
Result<EditedGoMod> edit_go_mod(std::string_view file_name, std::string text,
                                std::span<const ManifestEdit> edits);
Result<EditedGoMod> edit_go_work(std::string_view file_name, std::string text,
                                 std::span<const ManifestEdit> edits);

/// The file after no edits: `go mod edit -fmt`, `go work edit -fmt`.
Result<std::string> format_go_mod(std::string_view file_name, std::string text);
Result<std::string> format_go_work(std::string_view file_name,
                                   std::string text);

}  // namespace modgraph
