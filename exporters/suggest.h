#pragma once

// Suggested fixes as JSON, as a patch and as a script.

#include <span>
#include <string>

#include "engine/findings/suggested_fix.h"
#include "exporters/sink.h"

namespace modgraph {

/// The files before and after as a unified diff, for `git apply` or
/// `patch -p1`.
void write_patch(std::span<const EditedFile> files, Sink& out);

/// The fixes as commands for a POSIX shell.
void write_script(std::span<const SuggestedFix> fixes, Sink& out);

/// One fix as the JSON report shows it.
void put_json_suggestion(Sink& out, const SuggestedFix& suggestion, bool tried);

/// "the build list stays as it is", or what moves, in one line.
std::string effect_text(const BuildEffect& effect);

}  // namespace modgraph
