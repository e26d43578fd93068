#pragma once

// One command of modgraph: a row of the table in cli/commands.cc. Its file in
// cli/commands holds everything about it: what help says, its options, and what
// it does.

#include <functional>
#include <string_view>

#include "cli/flags/flags.h"
#include "cli/options.h"
#include "cli/terminal/exit_code.h"
#include "engine/document/shape.h"

namespace modgraph {

/// Runs a command whose options were read.
using RunCommand = std::function<ExitCode(const GlobalOptions& global)>;

struct Command {
  std::string_view name;
  std::string_view summary;  // one line of help, without a full stop
  /// Lines of "modgraph ..." and, indented further, what they show. Each of
  /// them runs in a test.
  std::string_view examples;
  /// Declares the options; what it returns owns them.
  RunCommand (*declare)(Flags& flags) = nullptr;
  /// What -f json writes; null for commands that write Go's formats alone.
  const DocumentShape* document = nullptr;
  /// And what it writes for an option that asks another question.
  const DocumentShape* other_document = nullptr;
};

}  // namespace modgraph
