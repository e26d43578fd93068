// modgraph indirect: what do indirect requirements do to the build?

#include <memory>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "engine/report/answers/indirect.h"

namespace modgraph {
namespace {

RunCommand declare_indirect(Flags& flags) {
  const auto options = std::make_shared<QuestionOptions>();
  add_inputs(flags, options->inputs);
  add_packages(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  return [options](const GlobalOptions& global) {
    Wanted wanted = kGraphAlone;
    wanted.folder = true;  // what is vendored is not stale
    return answer_question(
        *options, global, wanted, [](const Asked& asked) -> Result<Answer> {
          const Analysis analysis = analyse(asked.project());
          return Answer{indirect_document(asked.project(), analysis)};
        });
  };
}

}  // namespace

extern const Command kIndirectCommand;
const Command kIndirectCommand{
    "indirect",
    "what do indirect requirements do to the build?",
    R"(  modgraph indirect
      the module or workspace in this folder
  go list -deps -test -json ./... | modgraph indirect --packages -
      and which modules provide packages, to the build or to tests only
  modgraph indirect -f csv
      the direct requirements and how many modules only they lead to
  go mod graph | modgraph indirect - --mod go.mod --json
)",
    declare_indirect,
    &kIndirectShape,
};

}  // namespace modgraph
