#pragma once

// The inputs of a picture, in one line.

#include <span>
#include <string>

#include "engine/report/report.h"

namespace modgraph {

/// "graph.txt sha256:0123456789abcdef, go.mod sha256:..."; of many inputs the
/// first few and one digest over all. "" if there are none.
std::string picture_source(std::span<const InputDigest> inputs);

}  // namespace modgraph
