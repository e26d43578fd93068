#include "cli/questions.h"

#include <array>
#include <utility>

#include "cli/critical_command.h"
#include "cli/cycles_command.h"
#include "cli/drift_command.h"
#include "cli/indirect_command.h"
#include "cli/project/inputs.h"
#include "cli/question_examples.h"
#include "cli/structure_commands.h"
#include "cli/suggest_command.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/vendor_command.h"

namespace modgraph {
namespace {

// Adding a question is adding a row.
constexpr std::array kQuestions = {
    Question{"cycles", "which requirements run in a circle?", kCyclesExamples,
             add_cycles_flags, answer_cycles},
    Question{"vendor", "what is worth a copy of our own, is vendor/ right?",
             kVendorExamples, add_vendor_flags, answer_vendor},
    Question{"critical", "what is the longest chain of the build?",
             kCriticalExamples, add_critical_flags, answer_critical},
    Question{"rank", "which modules matter most?", kRankExamples,
             add_rank_flags, answer_rank},
    Question{"cut", "which requirements have to go so that a module leaves?",
             kCutExamples, add_cut_flags, answer_cut},
    Question{"indirect", "what do indirect requirements do to the build?",
             kIndirectExamples, add_indirect_flags, answer_indirect, nullptr},
    Question{"drift", "which versions are asked for, and which are built?",
             kDriftExamples, nullptr, answer_drift},
    Question{"suggest", "edits that make findings go away, each one tried",
             kSuggestExamples, add_suggest_flags, nullptr, run_suggest},
};

}  // namespace

std::span<const Question> questions() { return kQuestions; }

ExitCode run_question(const QuestionOptions& options,
                      const GlobalOptions& global) {
  if (options.question->run != nullptr)
    return options.question->run(options, global);
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  const auto imported = import_project(*plan, options.inputs.resolve);
  if (!imported) return report_errors(imported.error(), to);
  for (const std::string& note : imported->notes) print_note(note, to);
  for (const std::string& why_not : imported->project.partial_because)
    print_note("partial: " + why_not, to);

  const Analysis analysis = analyse(imported->project);
  const Asked asked{*imported, analysis, options, plan->resolve_in.has_value()};
  Result<void> answered;
  const auto written = write_output(
      "", [&](Sink& out) { answered = options.question->answer(asked, out); });
  if (!answered) return report_errors(answered.error(), to);
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
