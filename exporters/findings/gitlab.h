#pragma once

// Findings as a code quality report, which GitLab shows in merge requests.
// Source: GitLab documentation, "Code Quality", "Code Quality report format".

#include "engine/report/report.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// A JSON list, one object a finding; suppressed ones are left out.
/// Fingerprints are made unique where two findings share an identity.
void write_gitlab(const Report& report, Sink& out);

}  // namespace modgraph
