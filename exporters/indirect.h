#pragma once

// What indirect requirements do to the build, for people and as JSON.

#include "engine/report/answers/indirect_answer.h"
#include "exporters/sink.h"

namespace modgraph {

/// What is ours to change comes first; long lists are cut. Ends with what more
/// could be said.
void write_indirect_text(const IndirectAnswer& answer, Sink& out);

/// {"schema_version": 1, "held_up": [...], "stale": [...], "direct": [...],
///  "unpruned": {...}, "left_over": [...], "packages": {...}, ...}; null is
/// what is not known.
void write_indirect_json(const IndirectAnswer& answer, Sink& out);

}  // namespace modgraph
