#pragma once

// Suggested fixes as a patch and as a script.

#include <span>
#include <string>

#include "engine/findings/suggested_fix.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The files before and after as a unified diff, for `git apply` or
/// `patch -p1`. Where a line of it holds what a terminal obeys a sentence says so
/// in its place, and neither of them takes that for a patch.
void write_patch(std::span<const EditedFile> files, Sink& out);

/// The fixes as commands for a POSIX shell.
void write_script(std::span<const SuggestedFix> fixes, Sink& out);

/// "the build list stays the same", or what moves, in one line.
std::string effect_text(const BuildEffect& effect);

}  // namespace modgraph
