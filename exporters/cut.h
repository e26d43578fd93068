#pragma once

// `modgraph cut`: the requirements that hold a module, as text and JSON.

#include "engine/report/answers/cut_answer.h"
#include "exporters/sink.h"

namespace modgraph {

void write_cut_text(const CutAnswer& answer, Sink& out);
void write_cut_json(const CutAnswer& answer, Sink& out);

}  // namespace modgraph
