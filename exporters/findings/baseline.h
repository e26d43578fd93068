#pragma once

// A baseline file (importers/module_folder/baseline.h), one entry a line, so
// that it merges by line: no dates, no versions, no totals.

#include "engine/model/baseline.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The entries must be in their order.
void write_baseline(const Baseline& baseline, Sink& out);

}  // namespace modgraph
