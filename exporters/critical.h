#pragma once

// `modgraph critical`: the longest chain, as text and as JSON.

#include "engine/report/answers/critical_answer.h"
#include "exporters/sink.h"

namespace modgraph {

void write_critical_text(const CriticalAnswer& answer, Sink& out);

/// One object and a newline. Times are in seconds, exact.
void write_critical_json(const CriticalAnswer& answer, Sink& out);

}  // namespace modgraph
