#pragma once

// What the name of a vertex in graph text must be, and its plain bytes.

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

/// Nothing when `name` is "path" or "path@version" as Go writes them. `key` is
/// its version_key(), kNoVersionKey for `go` and `toolchain`: what has a key
/// needs no second look at the version.
std::optional<NameFault> fault_of_name(std::string_view name,
                                       std::uint64_t key);

/// How many of the bytes between `at` and `end` come before the first blank,
/// control character or byte above ASCII. DEL counts as plain. In line because
/// every byte of every line passes here: sixteen at a time where that is in the
/// baseline of the processor.
inline std::size_t plain_length(const char* at, const char* end) {
  const char* p = at;
#if defined(__SSE2__)
  // As signed numbers, bytes above ASCII are below the blank too.
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
