// modgraph drift: which versions are required, and which are selected?

#include <memory>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "engine/report/answers/drift.h"

namespace modgraph {
namespace {

RunCommand declare_drift(Flags& flags) {
  const auto options = std::make_shared<QuestionOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  return [options](const GlobalOptions& global) {
    return answer_question(
        *options, global, kGraphAlone,
        [](const Asked& asked) -> Result<Answer> {
          const Analysis analysis = analyse(asked.project());
          return Answer{drift_document(asked.project(), analysis)};
        });
  };
}

}  // namespace

extern const Command kDriftCommand;
const Command kDriftCommand{
    "drift",
    "which versions are required, and which are selected?",
    R"(  modgraph drift
      the module or workspace in this folder
  go mod graph | modgraph drift - --json
  modgraph drift -f csv
      the modules that are required at several versions, for a spreadsheet
  go list -m -u -json all > updates.json
  modgraph drift --graph graph.txt --mod go.mod --list updates.json
      and what is retracted, deprecated or outdated
)",
    declare_drift,
    &kDriftShape,
};

}  // namespace modgraph
