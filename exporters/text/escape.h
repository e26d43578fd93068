#pragma once

// Foreign text inside XML, CSV and JSON.

#include <string>
#include <string_view>

#include "exporters/text/sink.h"

namespace modgraph {

/// `text` as XML or HTML, as content or in a quoted attribute: markup
/// characters as entities; control, bidirectional and zero-width characters and
/// invalid bytes made visible (printable.h), so that what XML 1.0 forbids
/// cannot occur. O(length).
std::string xml_text(std::string_view text);

/// A cell of a table in CSV (RFC 4180), quoted where it has to be. A row is
/// a line: a line break becomes a blank, other control characters are made
/// visible. No spreadsheet takes it for a formula: one that
/// begins as such has a ' in front.
std::string csv_cell(std::string_view text);

/// `text` as a JSON string (RFC 8259), quotes included. Control characters and
/// those that hide or reorder others (printable.h) are escaped; a byte that is not valid UTF-8 becomes U+FFFD.
/// O(length).
void put_json_string(Sink& out, std::string_view text);
/// The same without the quotes: a part of a string.
void put_json_characters(Sink& out, std::string_view text);
/// Whether a JSON string has these bytes as they are.
bool is_plain_json(std::string_view text);

}  // namespace modgraph
