#pragma once

// Holds documents to their shapes.

#include <string>

#include "engine/document/document.h"

namespace modgraph::test {

/// "" for a document that has exactly the fields of its shape, in its order and
/// with its types; else what is wrong first, with its place:
/// "cycles.members: a text where module versions are due". Sentences may only
/// speak of fields of their own record.
std::string misfit(const Document& document);

}  // namespace modgraph::test
