#pragma once

// A Picture in the DOT language, for those who prefer Graphviz. Written through
// cgraph, which quotes whatever a name holds. No HTML-like labels.

#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The same signs as in SVG, as attributes. Names longer than 16,000 bytes are
/// cut, which is as much as Graphviz reads. cgraph keeps global state: one
/// thread at a time.
void write_dot(const Picture& picture, Sink& out);

}  // namespace modgraph
