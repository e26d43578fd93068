#pragma once

// Findings as test results, which every CI system can show: a suite for each
// rule, a case for each finding. Failures are the findings that make the exit
// status 1; the others pass with what they say as output, suppressed ones are
// skipped; a rule that found nothing is a case that passes.
// Source: the schema that Jenkins' xUnit plugin publishes for JUnit.

#include <optional>

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct JunitOptions {
  Level show = Level::kWarning;  // findings below it are left out
  /// From this level on findings are failures; none: nothing fails.
  std::optional<Level> failing = Level::kError;
};

/// One suite for each rule, in the order of rules(). O(findings).
void write_junit(const Report& report, const JunitOptions& options, Sink& out);

}  // namespace modgraph
