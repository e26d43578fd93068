#pragma once

// One family of questions on its own: `modgraph cycles`, `modgraph drift` and
// the like. Each is a row of a table: what it takes, and how it answers.

#include <span>
#include <string_view>

#include "cli/options.h"
#include "cli/project/import_project.h"
#include "cli/terminal/exit_code.h"
#include "engine/analysis/analysis.h"
#include "exporters/sink.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

/// What a question is asked about.
struct Asked {
  const ImportedProject& imported;
  const Analysis& analysis;
  const QuestionOptions& options;
  bool resolved = false;  // from go.mod files, not from recorded text
};

struct Question {
  std::string_view name;  // the command
  std::string_view says;  // one line of help
  const char* examples;
  /// Options beside the inputs and --json; null when there are none.
  void (*add_flags)(CLI::App& command, QuestionOptions& options);
  /// Writes the whole answer, or fails before the first byte.
  Result<void> (*answer)(const Asked& asked, Sink& out);
  /// For questions that need more than that: does everything. Else null.
  ExitCode (*run)(const QuestionOptions& options,
                  const GlobalOptions& global) = nullptr;
};

/// In the order of help.
std::span<const Question> questions();

/// Reads the inputs, analyses them and writes the answer.
ExitCode run_question(const QuestionOptions& options,
                      const GlobalOptions& global);

}  // namespace modgraph
