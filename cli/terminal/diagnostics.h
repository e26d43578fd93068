#pragma once

// Turns errors into what the user reads on standard error, and into an exit
// code. The only place that does.

#include <span>
#include <string>
#include <string_view>

#include "cli/terminal/exit_code.h"
#include "cli/terminal/terminal.h"
#include "engine/base/result.h"

namespace modgraph {

/// Where and how the process speaks to its user besides results.
struct Diagnostics {
  ColourChoice colour = ColourChoice::kAuto;
  bool all_errors = false;  // all, where errors are what was asked for
};

/// `error: file:line:col: message`, the source line with a caret, and what to
/// do next.
std::string format_error(const Error& error, bool coloured);

/// Prints the first five errors and how many more there are, or all of them; the
/// exit code of the most severe kind.
ExitCode report_errors(const Errors& errors, const Diagnostics& to);

/// `note: text` on standard error.
void print_note(std::string_view text, const Diagnostics& to);

/// The notes about a build, then why its answers are partial. `before` names
/// the folder where there are several.
void print_notes(std::span<const std::string> notes,
                 std::span<const std::string> partial_because,
                 const Diagnostics& to, const std::string& before = {});

}  // namespace modgraph
