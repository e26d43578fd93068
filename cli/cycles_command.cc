#include "cli/cycles_command.h"

#include <CLI/CLI.hpp>

#include "cli/project/requirement_places.h"
#include "engine/report/answers/cycles_answer.h"
#include "exporters/cycles.h"

namespace modgraph {

void add_cycles_flags(CLI::App& command, QuestionOptions& options) {
  constexpr std::uint64_t kMostLoops = 100'000;
  command
      .add_option("--enumerate", options.enumerate,
                  "Tell up to N loops of each cycle, the shortest first of "
                  "those found")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, kMostLoops));
}

Result<void> answer_cycles(const Asked& asked, Sink& out) {
  RequirementPlaces places(asked.imported);
  CyclesQuestion question;
  question.enumerate = asked.options.enumerate;
  question.find_line = [&](const Edge<NodeId>& e) { return places.find(e); };
  const CyclesAnswer answer =
      cycles_answer(asked.imported.project, asked.analysis, question);
  asked.options.json ? write_cycles_json(answer, out)
                     : write_cycles_text(answer, out);
  return {};
}

}  // namespace modgraph
