#pragma once

// From a question to its answer on the screen: reads the inputs, lets the
// question make its document, and writes it in every format asked for.

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/terminal/exit_code.h"
#include "engine/document/document.h"
#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// What a question is asked about.
struct Asked {
  ImportedProject& imported;
  const InputPlan& plan;
  const GlobalOptions& global;
  const Project& project() const { return imported.project; }
  /// From go.mod files, not from recorded text.
  bool is_resolved() const { return project().resolved.has_value(); }
};

/// A format of one question alone.
struct OwnFormat {
  std::string_view name;
  std::function<void(Sink& out)> write;
};

/// A document and, where there is one, its picture.
struct Answer {
  Document document;
  /// Draws it within these limits; null where there is no picture. Fails
  /// (kUsage) where the options ask for what is not there.
  std::function<Result<Picture>(const PictureOptions& options)> draw = nullptr;
  ExitCode code = ExitCode::kClean;
  std::vector<OwnFormat> own_formats = {};
};

/// Makes the answer about one build. What the document borrows lies in `asked`
/// or is shared by the answer.
using MakeAnswer = std::function<Result<Answer>(const Asked& asked)>;

struct QuestionOptions {
  InputOptions inputs;
  std::vector<OutputOption> outputs;
  PictureOptions picture;  // of questions with a picture
};

/// Reads the inputs and answers. Where several folders are named, the question
/// is asked of each, and the answers are one document. `wanted` says what must
/// be read for it besides the graph.
ExitCode answer_question(const QuestionOptions& options,
                         const GlobalOptions& global, Wanted wanted,
                         const MakeAnswer& make);

/// Writes one answer in every format, in the order of `outputs`.
ExitCode write_answer(const Answer& answer,
                      const std::vector<OutputOption>& outputs,
                      const PictureOptions& picture,
                      const GlobalOptions& global);

}  // namespace modgraph
