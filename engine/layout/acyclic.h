#pragma once

// Which lines have to be turned around so that the rest has no loop.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/drawing.h"

namespace modgraph {

/// What a line says of itself that it closes a loop.
enum class Claims : std::uint8_t { kHeard, kIgnored };

/// By line: 1 when it is to be drawn against the flow. Lines that say that they
/// close a loop are turned around first, and only where they do, unless such
/// claims are ignored. Lines from a box to itself are never turned.
/// O(boxes + lines), iterative.
std::vector<std::uint8_t> lines_against_flow(std::uint32_t box_count,
                                             std::span<const LayoutLine> lines,
                                             Claims claims = Claims::kHeard);

}  // namespace modgraph
