#pragma once

// Findings as a code quality report, which GitLab shows in merge requests.
// Source: GitLab documentation, "Code Quality", "Code Quality report format".

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// A JSON list, one object a finding from level `show` on; suppressed ones are
/// left out.
void write_gitlab(const Report& report, Level show, Sink& out);

}  // namespace modgraph
