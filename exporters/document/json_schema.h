#pragma once

// The shape of a document as JSON Schema (draft 2020-12).

#include "engine/document/shape.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// One schema; each record that occurs in the document is a definition of its
/// own. All fields are required, and no others are allowed.
void write_json_schema(const DocumentShape& shape, Sink& out);

}  // namespace modgraph
