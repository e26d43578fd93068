// modgraph cycles: which requirements run in a circle?

#include <memory>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/project/requirement_places.h"
#include "engine/report/answers/cycles.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxCycles = 100'000;

struct CyclesOptions : QuestionOptions {
  std::uint64_t enumerate = 0;
};

RunCommand declare_cycles(Flags& flags) {
  const auto options = std::make_shared<CyclesOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  flags.number("--enumerate", "N", options->enumerate, {1, kMaxCycles},
               "List up to N cycles of each component, the shortest first of "
               "those found");
  return [options](const GlobalOptions& global) {
    return answer_question(
        *options, global, kGraphAlone,
        [&](const Asked& asked) -> Result<Answer> {
          const Analysis analysis = analyse(asked.project());
          RequirementPlaces places(asked.imported);
          CyclesQuestion question;
          question.enumerate = options->enumerate;
          question.find_line = [&](const Edge<NodeId>& e) {
            return places.find(e);
          };
          return Answer{cycles_document(asked.project(), analysis, question)};
        });
  };
}

}  // namespace

extern const Command kCyclesCommand;
const Command kCyclesCommand{
    "cycles",
    "which requirements run in a circle?",
    R"(  modgraph cycles
      the module or workspace in this folder
  modgraph cycles --enumerate 100
      and up to a hundred cycles of each component
  go mod graph | modgraph cycles - --json
)",
    declare_cycles,
    &kCyclesShape,
};

}  // namespace modgraph
