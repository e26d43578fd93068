#pragma once

// The layer of every box.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/drawing.h"

namespace modgraph {

/// Layers by box, such that every line leads to a higher layer (two higher when
/// it has a label: the label is between) and the weighted sum of spans is
/// as small as possible. `against[i]` turns line i around. The lowest layer of
/// each connected part is 0. Iterative; a little more than linear in practice,
/// bounded by the work limit of the network simplex method.
std::vector<std::uint32_t> assign_ranks(std::uint32_t box_count,
                                        std::span<const LayoutLine> lines,
                                        std::span<const std::uint8_t> against);

}  // namespace modgraph
