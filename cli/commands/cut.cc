// modgraph cut: which requirements keep a module in the build?

#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/project/find_module.h"
#include "cli/project/requirement_places.h"
#include "engine/report/answers/cut.h"

namespace modgraph {
namespace {

struct CutCommandOptions : QuestionOptions {
  std::vector<std::string> modules;
};

Result<Answer> answer_cut(const Asked& asked, const std::string& word) {
  const ModuleGraph& graph = asked.project().graph;
  const auto module = find_dependency(graph, word);
  if (!module) return fail(module.error());
  RequirementPlaces places(asked.imported);
  CutQuestion question;
  question.module = *module;
  question.find_line = [&](const Edge<NodeId>& e) { return places.find(e); };
  auto document =
      cut_document(asked.project(), analyse(asked.project()), question);
  if (!document)
    return fail(limit_error(fmt::format(
        "more than a million requirements lead to {}", graph.path(*module))));
  return Answer{std::move(*document)};
}

RunCommand declare_cut(Flags& flags) {
  const auto options = std::make_shared<CutCommandOptions>();
  add_modules_and_inputs(flags, ModuleWords::kOne, options->modules,
                         options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  return [options](const GlobalOptions& global) {
    return answer_question(*options, global, kGraphAlone,
                           [&](const Asked& asked) {
                             return answer_cut(asked, options->modules.front());
                           });
  };
}

}  // namespace

extern const Command kCutCommand;
const Command kCutCommand{
    "cut",
    "which requirements keep a module in the build?",
    R"(  modgraph cut golang.org/x/net
      the fewest requirements, of the main module and of dependencies
  go mod graph | modgraph cut golang.org/x/net - --json
)",
    declare_cut,
    &kCutShape,
};

}  // namespace modgraph
