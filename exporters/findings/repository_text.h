#pragma once

// Reports of several folders and the drift between them, for people.

#include "engine/report/repository_report.h"
#include "exporters/findings/report_text.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The combined report (combined_report.h) as the report of one folder is told,
/// then how many folders are fine, then what the main modules disagree about.
void write_repository_text(const RepositoryReport& report,
                           const Report& combined, const TextOptions& options,
                           Sink& out);

}  // namespace modgraph
