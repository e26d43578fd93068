#pragma once

// Where a JSON library's parser is in its text. It reports names and values one
// by one, but not where they stand, which is what error messages need.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "importers/json_fault.h"
#include "importers/traced_iterator.h"

namespace modgraph {

/// Kept up to date by a reader: one call for each thing that the library
/// reports.
class JsonTrace {
 public:
  /// The library begins at byte `at`.
  JsonTrace(std::string_view text, std::size_t at)
      : text_(text), reached_(text.data() + at), mark_(at) {}
  JsonTrace(const JsonTrace&) = delete;  // iterators point into it
  JsonTrace& operator=(const JsonTrace&) = delete;

  /// What the library goes through.
  TracedIterator begin() { return {reached_, &reached_}; }
  TracedIterator end() { return {text_.data() + text_.size(), &reached_}; }

  void name_read() { passed(JsonPlace::kFieldValue); }
  void opened(bool array) {
    passed(array ? JsonPlace::kElement : JsonPlace::kFieldName);
  }
  /// A value within an array or object, or the end of one that was.
  void value_read(bool in_array) {
    passed(in_array ? JsonPlace::kAfterElement : JsonPlace::kAfterField);
  }
  void number_read(bool in_array) {
    value_read(in_array);
    // The library has to look at the character behind a number.
    constexpr std::string_view kNumber = "0123456789+-.eE";
    if (kNumber.find(text_[mark_ - 1]) == std::string_view::npos) --mark_;
  }
  /// The end of the outermost object.
  void closed() { passed(place_); }

  /// The byte behind what was read last.
  std::size_t behind() const { return mark_; }
  /// Where the name or value begins that comes next, or was just reported.
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
  JsonPlace place_ = JsonPlace::kFieldName;  // what may stand behind mark_
};

}  // namespace modgraph
