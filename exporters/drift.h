#pragma once

// Which versions are asked for and which are built, for people and as JSON.

#include "engine/report/answers/drift_answer.h"
#include "exporters/sink.h"

namespace modgraph {

/// A paragraph for each kind of drift that there is, each cut after some lines
/// with a count; then what more could be said.
void write_drift_text(const DriftAnswer& answer, Sink& out);

/// One object with everything; what needs a list that was not given is null.
void write_drift_json(const DriftAnswer& answer, Sink& out);

}  // namespace modgraph
