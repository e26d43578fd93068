#pragma once

// What error messages about JSON need and a JSON library does not say: where a
// name or value is in the text, and what is wrong where the text is not JSON.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace modgraph {

/// Objects and lists nested deeper than this are refused.
inline constexpr std::size_t kDeepestJson = 64;

/// What JSON allows at a place.
enum class JsonPlace : std::uint8_t {
  kFieldName,     // after '{': a field name or '}'
  kFieldValue,    // after a field name: ':' and a value
  kAfterField,    // after a field's value: ',' or '}'
  kElement,       // after '[': a value or ']'
  kAfterElement,  // after an element: ',' or ']'
};

/// Where a text stops being JSON, and why, for the person who has to fix it.

struct JsonFault {
  std::size_t at = 0;   // byte
  std::string message;  // "": the text ends here, inside a list or object
};

/// The first fault of `text` at or after byte `from`, which is at `place`. The
/// text before it must be JSON, and the next word or two must not be. O(length
/// of those words).
JsonFault json_fault(std::string_view text, std::size_t from, JsonPlace place);

/// The first byte from `from` on that is not white space; the size at the end.
std::size_t skip_json_space(std::string_view text, std::size_t from);

/// Whether the text is UTF-16: Windows PowerShell writes it when output is
/// redirected.
bool is_utf16(std::string_view text);

/// How many bytes of a UTF-8 byte order mark the text begins with.
std::size_t byte_order_mark(std::string_view text);

/// Goes through a text and records how far it has come.
class TracedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TracedIterator(const char* at, const char** reached)
      : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  TracedIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const TracedIterator& other) const {
    return at_ == other.at_;
  }
  bool operator!=(const TracedIterator& other) const {
    return at_ != other.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

/// Tracks the byte offset of nlohmann's SAX parser. A handler makes one call
/// for each event that the library reports.
class JsonTrace {
 public:
  /// The library starts at byte `at`.
  JsonTrace(std::string_view text, std::size_t at)
      : text_(text), reached_(text.data() + at), mark_(at) {}
  JsonTrace(const JsonTrace&) = delete;  // iterators point into it
  JsonTrace& operator=(const JsonTrace&) = delete;

  /// What the library reads.
  TracedIterator begin() { return {reached_, &reached_}; }
  TracedIterator end() { return {text_.data() + text_.size(), &reached_}; }

  void name_read() { passed(JsonPlace::kFieldValue); }
  void opened(bool array) {
    passed(array ? JsonPlace::kElement : JsonPlace::kFieldName);
  }
  /// A value within an array or object: a scalar, or the end of a nested one.
  void value_read(bool in_array) {
    passed(in_array ? JsonPlace::kAfterElement : JsonPlace::kAfterField);
  }
  void number_read(bool in_array) {
    value_read(in_array);
    // The library reads one character past a number.
    constexpr std::string_view kNumber = "0123456789+-.eE";
    if (kNumber.find(text_[mark_ - 1]) == std::string_view::npos) --mark_;
  }
  /// The end of the outermost object.
  void closed() { passed(place_); }

  /// The byte after what was read last.
  std::size_t end_of_last() const { return mark_; }
  /// Where the next name or value begins, or the one just reported.
  std::size_t token() const {
    return std::min(text_.find_first_not_of(" \t\r\n:,", mark_), text_.size());
  }
  /// Why the text is not JSON from here on.
  JsonFault fault() const { return json_fault(text_, mark_, place_); }

 private:
  void passed(JsonPlace place) {
    place_ = place;
    mark_ = static_cast<std::size_t>(reached_ - text_.data());
  }

  std::string_view text_;
  const char* reached_;
  std::size_t mark_;
  JsonPlace place_ = JsonPlace::kFieldName;  // what may follow mark_
};

}  // namespace modgraph
