#pragma once

// A suggested fix as a record: in the report, in `suggest` and in
// `whatif --goal`.
// Tested by tests/engine/report/answers/suggested_fix_test.cc.

#include "engine/document/document.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// {title, commands, edits, tried, effect, measure, side_effects}.
extern const RecordShape kSuggestedFixShape;

/// The fields of one fix. What only a resolution can tell is null where it was
/// not `tried`.
void put_suggested_fix(RecordWriter& out, const SuggestedFix& fix, bool tried);

}  // namespace modgraph
