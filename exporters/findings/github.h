#pragma once

// Findings as workflow commands, which GitHub Actions shows as annotations at
// their lines.
// Source: GitHub documentation, "Workflow commands for GitHub Actions".

#include <cstddef>

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct GithubOptions {
  /// Of errors, of warnings and of notices: a step shows ten of each. Where
  /// there are more, one more line says how many.
  std::size_t most_of_a_level = 9;
  Level show = Level::kWarning;  // findings below it are left out
};

/// One line a finding, the most severe first; suppressed ones are left out.
void write_github(const Report& report, Sink& out,
                  const GithubOptions& options = {});

}  // namespace modgraph
