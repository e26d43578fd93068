#pragma once

// go.mod and go.work files: bytes in, a Manifest or all errors out.
//
// The go command reads these files in more than one way, and so do we:
//
//   parse_go_mod        what `go mod edit` accepts. Every directive up to Go
//                       1.26; an unknown one is an error. Versions are made
//                       canonical by spelling (v1.2 is v1.2.0); a branch name
//                       is an error.
//   parse_main_go_mod   what the go command accepts as the go.mod of the module
//                       to be built: the same, and check_main_go_mod. Versions
//                       must be canonical: the go command resolves others by a
//                       query (v1.2 is the latest v1.2.x), and writes the
//                       answer into the file before it uses it.
//   parse_go_mod_lax    the go.mod of a dependency: only module, go, require,
//                       retract and ignore count; everything else, unknown
//                       directives too, is skipped. Syntax errors are errors.
//   parse_go_work       what `go work edit` accepts.
//   parse_main_go_work  the same, and check_main_go_work.
//
// An Error carries file, line, column, the source line and, where there is an
// obvious next step, a hint. All errors of a file are returned in its order, up
// to kMaxGoModErrors. Files over kMaxGoModBytes are refused (kLimit).
// Source: go.dev/ref/mod, and the behaviour of golang.org/x/mod/modfile and the
// go command, version 1.26.
// Cost: O(length), O(length * log) for the checks.

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// `file_name` is how errors name the file; `text` moves into the manifest.
Result<Manifest> parse_go_mod(std::string_view file_name, std::string text);
Result<Manifest> parse_main_go_mod(std::string_view file_name,
                                   std::string text);
Result<Manifest> parse_go_mod_lax(std::string_view file_name, std::string text);
Result<Manifest> parse_go_work(std::string_view file_name, std::string text);
Result<Manifest> parse_main_go_work(std::string_view file_name,
                                    std::string text);

}  // namespace modgraph
