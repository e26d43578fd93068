#pragma once

// The JSON report: one object, one line per finding and per module, so that
// reports can be compared line by line. Field names are fixed; unknown is null.

#include <vector>

#include "engine/report/report.h"
#include "exporters/sink.h"

namespace modgraph {

/// Writes the report. O(V + E) and the length of the text.
void write_json(const Report& report, Sink& out);

/// Findings alone, as the report has them: a list, one per line.
void write_json_findings(const std::vector<Finding>& findings, Sink& out);

/// The same without the list: each line is one JSON object (JSON Lines).
void write_ndjson(const Report& report, Sink& out);

}  // namespace modgraph
