#pragma once

// Foreign text inside Mermaid sources.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` for a label in double quotes: whatever Mermaid, the Markdown in its
/// labels or HTML could take for a sign of theirs is an entity code (#35; is
/// `#`). The result is ASCII without a newline, quote, semicolon of its own,
/// backtick or angle bracket. Source: Mermaid's documentation, "Entity codes
/// to escape characters". O(length).
std::string mermaid_label(std::string_view text);

/// `text` as a double-quoted YAML scalar in ASCII, for the front matter.
/// Source: YAML 1.2.2, 5.7. O(length).
std::string mermaid_title(std::string_view text);

}  // namespace modgraph
