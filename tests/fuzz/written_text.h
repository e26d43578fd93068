#pragma once

// What holds for the text of every format, whatever names and sentences came
// with the input. Small readers of our own, none of which shares a line with
// the writers: they stop the target where a text is none of its format.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace modgraph::fuzz {

/// What of a text is structure, and not content: elements with their
/// attributes, or words and signs outside of quotes. Harmless texts show which
/// there can be; a text that came from outside must not add to it.
using Structure = std::set<std::string>;

/// Stops if `text` has structure that `harmless` lacks.
void check_structure(const Structure& text, const Structure& harmless);

/// Valid UTF-8 without characters that control or hide others, except for
/// those of `allowed`.
void check_clean(std::string_view text, std::string_view allowed = "\n");

/// No line begins as a command to a CI system, and none is hidden in it.
void check_log_lines(std::string_view text);

/// XML, and HTML with elements that are never closed: elements close in order,
/// attributes are quoted, `&` begins an entity. What is in <script> and <style>
/// is content.
Structure read_markup(std::string_view text);

/// DOT: quotes close on their line, brackets in order, what stands without
/// quotes is a name or a number. Attributes, words of the language and signs
/// are the structure.
Structure read_dot(std::string_view text);

/// Mermaid: ASCII, quotes and brackets as above. All outside of quotes is
/// structure.
Structure read_mermaid(std::string_view text);

/// GitHub's Markdown: code closes; rows of a table have as many cells as its
/// head. The signs outside of code are the structure.
Structure read_markdown(std::string_view text);

/// RFC 4180: rows of as many cells as the first one, none a formula.
void check_csv(std::string_view text);

/// JSON, and JSON in lines, as a reader that is not ours sees it.
void check_json(std::string_view text);
void check_json_lines(std::string_view text);

/// `text` with U+FFFD in the place of each byte that is not UTF-8.
std::string valid_utf8(std::string_view text);

}  // namespace modgraph::fuzz
