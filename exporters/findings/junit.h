#pragma once

// Findings as test results, which every CI system can show: a suite for each
// rule, a case for each finding. Errors and warnings are failures, notes pass
// with what they say as output, suppressed ones are skipped; a rule that found
// nothing is a case that passes.
// Source: the schema that Jenkins' xUnit plugin publishes for JUnit.

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// One suite for each rule, in the order of rules(). O(findings).
void write_junit(const Report& report, Sink& out);

}  // namespace modgraph
