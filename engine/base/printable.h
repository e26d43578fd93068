#pragma once

// Foreign text made safe to show on a terminal or in a log.

#include <string>
#include <string_view>

namespace modgraph {

/// `text` with everything that could move a cursor, hide or reorder text made
/// visible: C0, DEL and C1 controls as \x1b, bidirectional and zero-width
/// characters as \u{202e}, invalid UTF-8 bytes as \xff. Tabs and newlines too:
/// the result is one line. O(length).
std::string printable(std::string_view text);

}  // namespace modgraph
