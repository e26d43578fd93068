#include "cli/why_command.h"

#include <fmt/core.h>

#include <vector>

#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "engine/analysis/why.h"
#include "engine/base/edit_distance.h"
#include "engine/model/selected_graph.h"
#include "engine/report/why_answer.h"
#include "exporters/why.h"

namespace modgraph {
namespace {

Error unknown(const ModuleGraph& graph, const std::string& word) {
  const std::string path = word.substr(0, word.find('@'));
  const auto module = graph.find(path);
  std::string hint;
  if (module) {
    hint = "the graph has";
    for (const NodeId n : graph.versions(*module)) hint += " " + graph.name(n);
  } else {
    std::vector<std::string_view> paths;
    for (const ModuleId m : graph.modules()) paths.push_back(graph.path(m));
    if (const auto near = nearest(path, paths))
      hint = fmt::format("did you mean '{}'?", *near);
  }
  return {ErrorKind::kInput,
          module ? fmt::format("{} is not in the graph", word)
                 : fmt::format("no module {} is in the graph", path),
          {},
          {},
          hint};
}

// "path" is the selected version, "path@version" that one.
Result<NodeId> find_module(const ModuleGraph& graph, const std::string& word) {
  const std::size_t at = word.find('@');
  if (at == std::string::npos) {
    const auto module = graph.find(word);
    if (!module) return fail(unknown(graph, word));
    return graph.selected(*module);
  }
  const auto node = graph.find(word.substr(0, at), word.substr(at + 1));
  if (!node) return fail(unknown(graph, word));
  return *node;
}

}  // namespace

ExitCode run_why(const WhyOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  const auto imported = import_project(*plan, options.inputs.resolve);
  if (!imported) return report_errors(imported.error(), to);
  const Project& project = imported->project;

  std::vector<NodeId> asked;
  Errors errors;
  for (const std::string& word : options.modules) {
    const auto node = find_module(project.graph, word);
    if (node)
      asked.push_back(*node);
    else
      errors.push_back(node.error().front());
  }
  if (!errors.empty()) return report_errors(errors, to);

  for (const std::string& note : imported->notes) print_note(note, to);
  for (const std::string& why_not : project.partial_because)
    print_note("partial: " + why_not, to);
  if (!plan->resolve_in)
    print_note(
        "from text alone, a version without lines may require more than is "
        "seen: path counts and what would be selected are bounds where such "
        "versions take part",
        to);

  const auto selected = selected_graph(project.graph);
  std::vector<WhyAnswer> answers;
  for (const NodeId n : asked)
    answers.push_back(why_answer(project.graph, project.manifests,
                                 why(project.graph, selected, n)));
  const auto written = write_output("", [&](Sink& out) {
    options.json ? write_why_json(answers, out) : write_why_text(answers, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
