#pragma once

// Why is a line in go.mod? What its author wrote beside or above it.

#include <string>

#include "engine/model/manifest.h"

namespace modgraph {

/// The comment of a line without the word that the go command puts there:
/// "CVE-2026-1234, keep" of `// indirect; CVE-2026-1234, keep`; else that of
/// the comment lines directly above it; "" where there is none. O(length of
/// these lines).
std::string line_reason(const Manifest& manifest, const SourceSpan& where);

}  // namespace modgraph
