#pragma once

// One finding as a picture: its witness, and what it is about.
//
// If a finding is about versions, boxes are module versions: the chains of the
// witness, the subjects, and what requires them; of drift every version with
// its requirers. A cycle of modules shows its members with the requirements
// that close it, a heavy dependency what only it brings in.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `finding` is one of the report's. Of chains that do not fit, only the ends
/// are drawn, and they are counted. O(V + E) and the size of the witness.
Picture finding_view(const Report& report, const Finding& finding,
                     const ViewLimits& limits = {});

/// The findings that a word means, in report order: RULE or RULE:MODULE with
/// the code or the name of a rule, or a fingerprint or at least eight digits of
/// its beginning. Empty when there are none.
std::vector<const Finding*> findings_meant(const Report& report,
                                           std::string_view word);

}  // namespace modgraph
