#pragma once

// The text of `go list -m all`: "path version", with " => replacement" where a
// main module replaces it.

#include <span>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "exporters/sink.h"

namespace modgraph {

/// One line per module of the build list.
void write_module_list(const ModuleGraph& graph,
                       std::span<const Manifest> manifests, Sink& out);

}  // namespace modgraph
