#pragma once

// Cycles, for people and as JSON.

#include "engine/report/answers/cycles_answer.h"
#include "exporters/sink.h"

namespace modgraph {

/// One paragraph for each cycle; long loops are cut.
void write_cycles_text(const CyclesAnswer& answer, Sink& out);

/// {"schema_version": 1, "cycles": [...]}: the fields of the report's `cycles`,
/// and `closed_by`, the steps of the shortest loop; with enumerated loops also
/// `loops` and `truncated`.
void write_cycles_json(const CyclesAnswer& answer, Sink& out);

}  // namespace modgraph
