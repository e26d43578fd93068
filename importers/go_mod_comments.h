#pragma once

// What the comments of a directive say by Go's rules.
// Source: go.dev/ref/mod#go-mod-file-module, #go-mod-file-retract.

#include <string>
#include <string_view>

#include "importers/go_mod_syntax.h"

namespace modgraph {

/// Whether the first comment behind a line marks it as indirect: its words are
/// "indirect" alone, or begin with "indirect;".
bool is_indirect(const GoModSyntax& syntax, const GoModLine& line);

/// The comments above and behind a line, without slashes and margins, joined
/// by newlines. A line in a block that has none takes those of the block, whose
/// line before the '(' is `head`; nullptr outside of blocks.
std::string directive_comment(const GoModSyntax& syntax, const GoModLine& line,
                              const GoModLine* head);

/// The first paragraph of such a text that begins with "Deprecated:", without
/// that word; "" when there is none. Paragraphs end at an empty line.
std::string_view deprecation(std::string_view comment);

}  // namespace modgraph
