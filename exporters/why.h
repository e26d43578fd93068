#pragma once

// Why a module is in the build, for people and as JSON.

#include <span>

#include "engine/report/answers/why_answer.h"
#include "exporters/sink.h"

namespace modgraph {

/// One paragraph for each answer.
void write_why_text(std::span<const WhyAnswer> answers, Sink& out);

/// {"schema_version": 1, "answers": [...]}; see the field names of WhyAnswer.
void write_why_json(std::span<const WhyAnswer> answers, Sink& out);

}  // namespace modgraph
