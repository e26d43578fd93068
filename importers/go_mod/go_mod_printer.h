#pragma once

// Writing a go.mod or go.work file back in the go command's own format.

#include <string>

#include "importers/go_mod/go_mod_syntax.h"

namespace modgraph {

/// A file as `go mod edit -fmt` spaces it: one statement after the other with a
/// blank line between them, a tab before the lines of a block, one space
/// between words, comments with the line they belong to. Words are printed as
/// they are. Reading the result and printing it again gives the same bytes.
/// O(length).
std::string print_go_mod(const GoModSyntax& syntax);

}  // namespace modgraph
