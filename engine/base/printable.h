#pragma once

// Foreign text made safe to show on a terminal or in a log.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` with everything that could move a cursor, hide or reorder text made
/// visible: C0, DEL and C1 controls as \x1b, bidirectional and zero-width
/// characters and noncharacters as \u{202e}, invalid UTF-8 bytes as \xff.
/// Tabs and newlines too: the result is one line. What a CI system would obey in
/// a log becomes text: "::" at the beginning (GitHub Actions), "##[" and "##vso["
/// anywhere (GitHub, Azure Pipelines). O(length).
/// Source: GitHub's documentation, "Workflow commands"; Microsoft's, "Logging
/// commands".
std::string printable(std::string_view text);

/// Whether a log in which this text stands is obeyed from here on, wherever it
/// stands: "##[" and "##vso[".
bool begins_log_command(std::string_view text);

/// Whether a character controls or hides others, or is none at all: C0, DEL, C1,
/// bidirectional and zero-width characters, noncharacters such as U+FFFE.
bool is_control_or_hidden(char32_t c);

}  // namespace modgraph
