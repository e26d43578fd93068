#pragma once

// The go.mod of a dependency, as far as resolving needs it: what
// parse_go_mod_lax() finds, without positions.
//
// Nearly all go.mod files are plain: words of ASCII on lines and in blocks, no
// quotes, each version canonical. These are read in one pass. Everything
// unusual, and every file with an error, is left to the parser.
// Tested by tests/importers/go_mod/go_mod_summary_test.cc.

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/resolve/module_source.h"

namespace modgraph {

/// The summary, or all errors of the file. Reuses the memory of an old summary.
/// O(length).
Result<ModuleSummary> summarize_go_mod(std::string_view file_name,
                                       std::string_view text,
                                       ModuleSummary spare = {});

/// The summary of a manifest, with words of its own. O(size of the words).
ModuleSummary summary_of(const Manifest& manifest);

/// The same as summarize_go_mod() for a plain file; nothing for any other one.
/// O(length).
std::optional<ModuleSummary> summarize_plain_go_mod(std::string_view text,
                                                    ModuleSummary spare = {});

}  // namespace modgraph
