#pragma once

// Suggestions, for people, as JSON, as a patch and as a script.

#include "engine/advice/suggest_answer.h"
#include "exporters/sink.h"

namespace modgraph {

void write_suggest_text(const SuggestAnswer& answer, Sink& out);

/// {"schema_version": 1, "findings": [...], "plan": [...], ...}: findings and
/// suggestions as in the JSON report.
void write_suggest_json(const SuggestAnswer& answer, Sink& out);

/// The whole plan as a unified diff, for `git apply` or `patch -p1`.
void write_suggest_patch(const SuggestAnswer& answer, Sink& out);

/// The whole plan as commands for a POSIX shell.
void write_suggest_script(const SuggestAnswer& answer, Sink& out);

/// A suggestion that the user asked for, not for a finding.
void put_wish(Sink& out, const SuggestedFix& suggestion);

/// One suggestion as the JSON report shows it.
void put_json_suggestion(Sink& out, const SuggestedFix& suggestion, bool tried);

/// "the build list stays as it is", or what moves, in one line.
std::string effect_text(const BuildEffect& effect);

}  // namespace modgraph
