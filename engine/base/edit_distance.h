#pragma once

// "Did you mean": the known name nearest to what was typed.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace modgraph {

/// The number of insertions, deletions, substitutions and swaps of neighbours
/// that turn one text into the other (optimal string alignment, bytes). Capital
/// and small ASCII letters count as equal. Exact up to `limit`; `limit + 1`
/// stands for everything above. O(limit * shorter length).
std::size_t edit_distance(std::string_view a, std::string_view b,
                          std::size_t limit);

/// The candidate nearest to `name`, the first of equals; nothing when none is
/// near enough to be a slip of the hand: a third of the length of `name`, at
/// least one edit, at most four. Linear in the candidates.
std::optional<std::string_view> nearest(
    std::string_view name, std::span<const std::string_view> candidates);

}  // namespace modgraph
