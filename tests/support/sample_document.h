#pragma once

// Documents for tests of what writes them: any fields, without a shape of
// their own.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.h"

namespace modgraph::test {

inline constexpr FieldShape kSampleFields[] = {
    {"rows", FieldType::kText, Nesting::kList, false, "rows of any kind"}};
inline constexpr DocumentShape kSampleShape{
    "sample", "what a sample says", {"sample", kSampleFields}, "rows"};

/// `write(w)` writes the fields. Only for formats that take no columns from the
/// shape.
template <class Write>
Document sample(Write write) {
  return Document(kSampleShape, write);
}

/// How often `part` occurs.
inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace modgraph::test
