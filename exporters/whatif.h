#pragma once

// What an edit of go.mod would change, for people and as JSON.

#include "engine/report/answers/whatif_answer.h"
#include "exporters/sink.h"

namespace modgraph {

/// One line for each module: "+" added, "-" removed, "^" raised, "v" lowered,
/// "=" replaced otherwise; and the reason. Then the sum.
void write_whatif_text(const WhatifAnswer& answer, Sink& out);

/// {"schema_version": 1, "edits": [...], "added": [...], "removed": [...],
/// "changed": [...], "unchanged": bool, ...}.
void write_whatif_json(const WhatifAnswer& answer, Sink& out);

}  // namespace modgraph
