#pragma once

// A suggested fix as a record: in the report, in `suggest` and in
// `whatif --goal`.
// Tested by tests/engine/report/answers/suggested_fix_test.cc.

#include <cstdint>

#include "engine/document/document.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// {title, commands, edits, tried, effect, measure, side_effects, then,
/// also_ends}.
extern const RecordShape kSuggestedFixShape;

/// What people see of a fix: all that they need to make it, or what it is.
enum class FixText : std::uint8_t { kWhole, kTitle };

/// The fields of one fix. What only a resolution can tell is null where it was
/// not `tried`.
void put_suggested_fix(RecordWriter& out, const SuggestedFix& fix, bool tried,
                       FixText text = FixText::kWhole);

}  // namespace modgraph
