#pragma once

// Long lists as text, with all cores.

#include <cstddef>
#include <functional>

#include "exporters/text/sink.h"

namespace modgraph {

/// Puts what `write(sink, begin, end)` writes for consecutive pieces of
/// 0..count-1, in order. Pieces are written side by side when `work` is worth
/// it (engine/base/parallel.h), a few hundred at a time so that they stay small
/// beside what they are made from; those are handed over while the next are
/// made. Stops early when the sink has failed.
void put_in_pieces(
    Sink& out, std::size_t work, std::size_t count,
    const std::function<void(Sink&, std::size_t, std::size_t)>& write);

}  // namespace modgraph
