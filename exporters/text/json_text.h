#pragma once

// Strings of JSON (RFC 8259).

#include <string_view>

#include "exporters/text/sink.h"

namespace modgraph {

/// `text` as a JSON string, quotes included. Control characters and line
/// separators are escaped; a byte that is not valid UTF-8 becomes U+FFFD.
/// O(length).
void put_json_string(Sink& out, std::string_view text);
/// The same without the quotes: a part of a string.
void put_json_characters(Sink& out, std::string_view text);

}  // namespace modgraph
