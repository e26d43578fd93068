#pragma once

// A document as JSON (RFC 8259): the vocabulary of docs/json.md, whatever the
// question was.

#include "engine/document/document.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// One object; a line for each field of it and for each record of its lists.
/// Lists as long as the graph are written in pieces, with all cores, and are
/// never held whole. O(length of the output).
void write_document_json(const Document& document, Sink& out);

/// Each record of the main table as an object on a line of its own.
void write_document_ndjson(const Document& document, Sink& out);

}  // namespace modgraph
