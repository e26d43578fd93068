#pragma once

// Checking the names in graph text, and finding their ends quickly.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace modgraph {

/// What is wrong with a name, and where in it (bytes).
struct NameFault {
  std::string message;
  std::size_t at;
};

/// Nothing if `name` is "path" or "path@version" as Go writes them. `key` is
/// its version_key(), kNoVersionKey for `go` and `toolchain`: what has a key
/// needs no second look at the version.
std::optional<NameFault> fault_of_name(std::string_view name,
                                       std::uint64_t key);

/// The number of bytes from `at` to the first blank, control character or
/// non-ASCII byte, or to `end`. DEL counts as plain. Inline because every byte
/// of every line passes through here: sixteen at a time where the processor's
/// baseline has SSE2.
inline std::size_t plain_length(const char* at, const char* end) {
  const char* p = at;
#if defined(__SSE2__)
  // As signed chars, non-ASCII bytes compare less than ' '.
  const __m128i exclamation = _mm_set1_epi8('!');
  for (; end - p >= 16; p += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const int stops = _mm_movemask_epi8(_mm_cmplt_epi8(block, exclamation));
    if (stops != 0)
      return static_cast<std::size_t>(p - at) +
             static_cast<std::size_t>(
                 __builtin_ctz(static_cast<unsigned>(stops)));
  }
#endif
  while (p != end && '!' <= *p && static_cast<unsigned char>(*p) < 0x80) ++p;
  return static_cast<std::size_t>(p - at);
}

}  // namespace modgraph
