#pragma once

// Why a version that nobody can fetch is required: who requires it replaces it
// in a go.mod of its own, which counts there alone.

#include <span>
#include <string>

#include "engine/base/result.h"
#include "engine/resolve/loader.h"

namespace modgraph {

/// Adds to the error about missing go.mod files what replaces those of
/// placeholder versions. `roots` are those of a module cache. Reads one file
/// for each of the first few.
Errors with_placeholder_causes(Errors errors,
                               std::span<const FaultyModule> faults,
                               std::span<const std::string> roots);

}  // namespace modgraph
