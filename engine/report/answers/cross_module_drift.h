#pragma once

// Where main modules disagree: one list of records, for the answer about a
// workspace and for that about several folders.
// Tested by tests/engine/report/answers/cross_module_drift_test.cc.

#include <span>
#include <string_view>

#include "engine/document/document.h"
#include "engine/findings/cross_module_findings.h"

namespace modgraph {

/// {module, direct, required, selected, replaced}.
extern const RecordShape kCrossModuleDriftShape;

/// What a field with this list means.
inline constexpr std::string_view kCrossModuleDriftSays =
    "modules about which main modules disagree, those that some main module "
    "requires directly or replaces first, then by path";

/// The list `key` of such records. People are shown those that come first.
void put_cross_module_drift(RecordWriter& out, std::string_view key,
                            std::span<const CrossModuleRow> rows);

}  // namespace modgraph
