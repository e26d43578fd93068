#pragma once

// Edits of a go.mod or go.work as data: what would the file say then? The judge
// of importers/go_mod_edit.h, which edits the text.

#include <span>

#include "engine/model/manifest.h"
#include "engine/model/manifest_edit.h"

namespace modgraph {

/// The manifest after the edits of one `go mod edit` (or `go work edit`), all
/// in one call: what parsing the text of edit_go_mod gives, every list in the
/// same order. Except that
///  * positions and text stay those of the file before; what is new has none;
///  * the comments of module and retract lines stay as they were, where the
///    text would join those of a block that becomes a line;
///  * a block without lines does not show in a manifest: where the last require
///    block of a file has none, the text gets new requirements there.
/// Requires edits as read_edits (importers) gives them, with canonical
/// versions: others are queries, to be answered before anything is resolved.
/// O(lines * log lines + edits * lines).
Manifest apply_edits(Manifest manifest, std::span<const ManifestEdit> edits);

}  // namespace modgraph
