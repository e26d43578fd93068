#pragma once

// A Picture in the DOT language, for those who prefer Graphviz. Whatever a name
// holds is quoted; no HTML-like labels. Not through Graphviz's own library: where
// there is no memory it ends the process by a signal.

#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The same signs as in SVG, as attributes. Names longer than 16,000 bytes are
/// cut, which is as much as Graphviz reads.
void write_dot(const Picture& picture, Sink& out);

}  // namespace modgraph
