#include "cli/why_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_words.h"
#include "cli/output_option.h"
#include "cli/picture_flags.h"
#include "cli/project/find_module.h"
#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/analysis/why.h"
#include "engine/model/selected_graph.h"
#include "engine/report/answers/why_answer.h"
#include "engine/report/views/picture_source.h"
#include "engine/report/views/why_view.h"
#include "exporters/why.h"

namespace modgraph {
namespace {

constexpr std::array<std::string_view, 5> kFormats = {"text", "json", "dot",
                                                      "svg", "mermaid"};

std::vector<WhyAnswer> answers_of(const Project& project,
                                  const std::vector<Why>& whys) {
  std::vector<WhyAnswer> out;
  for (const Why& w : whys)
    out.push_back(why_answer(project.graph, project.manifests, w));
  return out;
}

}  // namespace

void add_why_flags(CLI::App& command, WhyOptions& options) {
  command.add_flag("--json", options.json, "The answer as JSON: -f json");
  command
      .add_option(
          "-f,--format", options.format,
          "text (default), json, dot, svg or mermaid, to PATH or standard "
          "output")
      ->option_text("FORMAT[:PATH]");
  add_picture_flags(command, options.picture);
}

ExitCode run_why(const WhyOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto output = parse_output(
      options.json && options.format.empty() ? "json" : options.format,
      kFormats);
  if (!output) return report_errors(output.error(), to);
  const WritePicture draw = find_picture_format(output->format);
  if (auto checked = check_picture_words(options.picture); !checked)
    return report_errors(checked.error(), to);
  if (draw != nullptr && options.modules.size() > 1)
    return report_errors({usage_error("a picture shows one module",
                                      "name one, or write text or json")},
                         to);
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
  std::vector<Why> whys;
  for (const NodeId n : asked) whys.push_back(why(project.graph, selected, n));
  const auto written = write_output(output->path, [&](Sink& out) {
    if (draw != nullptr) {
      Picture picture =
          why_view(project.graph, whys.front(),
                   limits_of(words_for(output->format, options.picture)));
      picture.source = picture_source(imported->inputs);
      draw(linked(std::move(picture), options.picture), out);
    } else if (output->format == "json") {
      write_why_json(answers_of(project, whys), out);
    } else {
      write_why_text(answers_of(project, whys), out);
    }
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
