#pragma once

// The reports of several folders as one, for all formats that list findings.

#include "engine/report/repository_report.h"

namespace modgraph {

/// Everything that is found in the folders and between them: what folders share
/// is told once, with its folders and the place in the first of them. Counts are
/// of findings that are told, and of distinct modules. There is no graph.
/// O(n log n) of the findings and modules of all folders.
/// Tested by tests/engine/report/combined_report_test.cc.
Report combined_report(const RepositoryReport& repository);

}  // namespace modgraph
