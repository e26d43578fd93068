#pragma once

// The options of `modgraph whatif` that edit a go.mod.

#include <array>
#include <string>
#include <vector>

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/model/manifest_edit.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

/// What was written behind each option, by EditKind.
using EditWords = std::array<std::vector<std::string>, 8>;

/// `words` must stay where it is until the command line has been parsed.
void add_edit_flags(CLI::App& command, EditWords& words);

/// --goal and what every answer of whatif can be asked for.
void add_whatif_flags(CLI::App& command, WhatifOptions& options);

/// The edits in the order of the command line; fails (kUsage) with those that
/// the go command refuses.
Result<std::vector<ManifestEdit>> edits_in_order(const CLI::App& command,
                                                 const EditWords& words);

}  // namespace modgraph
