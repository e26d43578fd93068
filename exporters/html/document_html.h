#pragma once

// A document as a page in the style of the report: one file, without script
// and without addresses.

#include "exporters/document/document_blocks.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Foreign text stays text. O(length of the output).
void write_document_html(const Document& document, Sink& out);

}  // namespace modgraph
