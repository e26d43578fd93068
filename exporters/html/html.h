#pragma once

// A report as one HTML file that works anywhere: no address outside of it, and
// findings and picture readable without its script. Its content security policy
// names script and styles by their digests, so that nothing that came with the
// input can run or load anything.

#include "exporters/html/html_parts.h"

namespace modgraph {

/// Writes the page with `picture` as its graph.
void write_html(const Report& report, const Picture& picture, Sink& out,
                const HtmlOptions& options = {});

}  // namespace modgraph
