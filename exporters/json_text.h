#pragma once

// JSON strings and the commas between things: the little of JSON (RFC 8259)
// that writing needs. Input never decides the depth, so nothing here recurses.

#include <string>
#include <string_view>

#include "exporters/sink.h"

namespace modgraph {

/// Appends `text` as a JSON string, quotes included. Control characters and
/// line separators are escaped; a byte that is not valid UTF-8 becomes U+FFFD.
/// O(length).
void append_json_string(std::string& out, std::string_view text);
void put_json_string(Sink& out, std::string_view text);
/// The same without the quotes: a part of a string.
void put_json_characters(Sink& out, std::string_view text);

/// Puts `, ` (or what it is told) before every item but the first.
class Separator {
 public:
  explicit Separator(std::string_view text = ", ") : text_(text) {}
  void put(Sink& out) {
    if (!first_) out.put(text_);
    first_ = false;
  }

 private:
  std::string_view text_;
  bool first_ = true;
};

}  // namespace modgraph
