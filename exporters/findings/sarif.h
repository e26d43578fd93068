#pragma once

// Findings as SARIF 2.1.0, the Static Analysis Results Interchange Format of
// OASIS, as code scanning services read it.
// Source: docs.oasis-open.org/sarif/sarif/v2.1.0.

#include <cstddef>

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct SarifOptions {
  /// As many as code scanning takes of one run; what is beyond is counted in a
  /// notification. The most severe come first.
  std::size_t max_results = 25'000;
  Level show = Level::kWarning;  // findings below it are left out
};

/// One run. Every result has a place, a fingerprint and, where there is a chain
/// that proves it, a code flow.
void write_sarif(const Report& report, Sink& out,
                 const SarifOptions& options = {});

}  // namespace modgraph
