#pragma once

// What main modules disagree about, for people.

#include <span>

#include "engine/findings/cross_module_findings.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// A paragraph for the modules that some main module requires directly or that
/// are replaced differently; the others are counted.
void put_main_drift_text(std::span<const CrossModuleRow> rows, Sink& out);

}  // namespace modgraph
