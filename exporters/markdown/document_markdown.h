#pragma once

// A document as Markdown for a comment or a job's summary (GFM 0.29).

#include "exporters/document/document_blocks.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Sections, nested lists and tables. Foreign text is code or escaped, so that
/// nothing of it becomes a mention, a link or HTML. O(length of the output).
void write_document_markdown(const Document& document, Length length,
                             Sink& out);

}  // namespace modgraph
