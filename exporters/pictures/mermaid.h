#pragma once

// Pictures as Mermaid flowcharts, which pull requests and wikis draw.

#include <cstddef>
#include <string>
#include <string_view>

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

/// `text` for a label in double quotes: whatever Mermaid, the Markdown in its
/// labels or HTML could take for a sign of theirs is an entity code (#35; is
/// `#`). The result is ASCII without a newline, quote, semicolon of its own,
/// backtick or angle bracket. Source: Mermaid's documentation, "Entity codes
/// to escape characters". O(length).
std::string mermaid_label(std::string_view text);

/// `text` as a double-quoted YAML scalar in ASCII, for the front matter.
/// Source: YAML 1.2.2, 5.7. O(length).
std::string mermaid_title(std::string_view text);

}  // namespace modgraph
