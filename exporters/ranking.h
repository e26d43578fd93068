#pragma once

// `modgraph rank`: modules by what they mean to the others, as text and JSON.

#include "engine/report/answers/ranking_answer.h"
#include "exporters/sink.h"

namespace modgraph {

void write_ranking_text(const RankingAnswer& answer, Sink& out);
void write_ranking_json(const RankingAnswer& answer, Sink& out);

}  // namespace modgraph
