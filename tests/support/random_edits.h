#pragma once

// Random edits of a go.mod or go.work file: most of them about what is in the
// file, some about what is not, a few that are refused.

#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"
#include "tests/support/random_text.h"

namespace modgraph::test {

/// 1 to 4 edits of the kinds that the file's kind has.
std::vector<ManifestEdit> random_edits(Random& random,
                                       const Manifest& manifest);

}  // namespace modgraph::test
