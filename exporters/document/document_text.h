#pragma once

// A document as text for a terminal.

#include "exporters/document/document_blocks.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Lines, titles and tables, two blanks for each depth. Foreign text is made
/// printable. O(length of the output).
void write_document_text(const Document& document, Length length, Sink& out);

}  // namespace modgraph
