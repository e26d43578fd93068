#pragma once

// Foreign text inside Markdown, as GitHub reads it: CommonMark, its extensions,
// and what the site adds after parsing (mentions, references to issues and
// commits, emoji). Escapes do not hold those off, since the site looks at the
// text after they are resolved; code does. So all that is not an ordinary word
// is code.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` in backticks, as many as it takes; unprintable characters are made
/// visible. Source: GFM 0.29, 6.3. O(length).
std::string code_span(std::string_view text);

/// A sentence of a report: ordinary words as they are, everything else, names
/// above all, as code. 'Single quotes' around a name go, code does their work.
/// For any place in a line except a table. O(length).
std::string markdown_sentence(std::string_view text);

/// Markdown that those two made, for a cell of a table. O(length).
std::string table_cell(std::string_view markdown);

/// Lines as a fenced block; `language` is ours. Ends with a newline.
/// Source: GFM 0.29, 4.5. O(length).
std::string code_block(std::string_view language, std::string_view lines);

}  // namespace modgraph
