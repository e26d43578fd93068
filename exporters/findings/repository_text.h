#pragma once

// Reports of several folders and the drift between them, for people.

#include "engine/report/repository_report.h"
#include "exporters/findings/report_text.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// A line for each folder that has warnings, errors in full, then what the main
/// modules disagree about, then the sum. With notes shown: all reports in full.
void write_repository_text(const RepositoryReport& report,
                           const TextOptions& options, Sink& out);

}  // namespace modgraph
