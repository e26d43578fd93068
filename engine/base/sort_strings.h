#pragma once

// Many strings in bytewise order, faster than comparing them whole: module
// paths share long prefixes.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace modgraph {

/// The indices of `strings` in bytewise order; equal strings by index. Sorts
/// eight bytes at a time (Bentley and Sedgewick's multikey quicksort, 1997,
/// with a machine word as the character). Iterative; O(n log n) word
/// comparisons in the worst case, and the bytes that tell strings apart.
std::vector<std::uint32_t> sorted_order(
    std::span<const std::string_view> strings);

}  // namespace modgraph
