#pragma once

// Where a text stops being JSON, and what to call that. A JSON library says
// that something is wrong; these sentences say what, for the person who has to
// mend it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace modgraph {

/// What may stand at a place.
enum class JsonPlace : std::uint8_t {
  kFieldName,     // behind '{': a field name or '}'
  kFieldValue,    // behind a field name: ':' and a value
  kAfterField,    // behind a field's value: ',' or '}'
  kElement,       // behind '[': a value or ']'
  kAfterElement,  // behind an element: ',' or ']'
};

struct JsonFault {
  std::size_t at = 0;   // byte
  std::string message;  // "": the text ends here, inside of something
};

/// The first fault of `text` behind byte `from`, which is at `place`. The text
/// up to there is JSON, and the next word or two are not. O(length of those).
JsonFault json_fault(std::string_view text, std::size_t from, JsonPlace place);

/// The first byte from `from` on that is not white space; the size at the end.
std::size_t skip_json_space(std::string_view text, std::size_t from);

/// Whether the text is UTF-16: Windows PowerShell writes it when output is
/// redirected.
bool is_utf16(std::string_view text);

/// How many bytes of a UTF-8 byte order mark the text begins with.
std::size_t byte_order_mark(std::string_view text);

}  // namespace modgraph
