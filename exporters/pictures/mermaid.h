#pragma once

// Pictures as Mermaid flowcharts, which pull requests and wikis draw.

#include <cstddef>

#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// What renderers take by default: more of it and they draw nothing at all.
/// Source: Mermaid's configuration schema, maxTextSize and maxEdges.
inline constexpr std::size_t kMermaidBytes = 50'000;
inline constexpr std::size_t kMermaidLines = 500;

/// A `flowchart LR` with the signs of the picture as far as Mermaid has them,
/// within the limits above: of a larger picture the boxes that say most are
/// kept, and what is left out is counted in it. Names of any kind are inert.
/// O(text), times log(boxes) for pictures that do not fit.
void write_mermaid(const Picture& picture, Sink& out);

}  // namespace modgraph
