#pragma once

// The rules as SARIF describes them.

#include "exporters/text/sink.h"

namespace modgraph {

/// The list of reportingDescriptor objects, in the order of rules().
void put_sarif_rules(Sink& out);

}  // namespace modgraph
