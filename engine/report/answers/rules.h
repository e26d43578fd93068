#pragma once

// "What does a rule mean, and what is there to do?" as a document.
// Tested by tests/engine/report/answers/rules_test.cc.

#include <span>

#include "engine/document/document.h"
#include "engine/findings/rules.h"

namespace modgraph {

extern const DocumentShape kRulesShape;

/// In the order of `rules`.
Document rules_document(std::span<const Rule* const> rules);

}  // namespace modgraph
