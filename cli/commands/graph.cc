// modgraph graph: the requirement graph, byte for byte as the go command prints
// it; or a part of it, as a document or a picture.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/flags/picture_flags.h"
#include "cli/graph_part.h"
#include "cli/pictures.h"
#include "cli/project/folders.h"
#include "cli/project/resolve_project.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "exporters/go_output/requirement_lines.h"

namespace modgraph {
namespace {

struct GraphOptions : QuestionOptions {
  bool selected = false;
};

bool wants_part(const GraphOptions& o) {
  return o.selected || o.picture.reduce || o.picture.all_versions ||
         !o.picture.focus.empty() || o.picture.depth > 0;
}

Result<void> check_graph(const GraphOptions& o) {
  if (o.selected && o.picture.all_versions)
    return fail(usage_error("--selected and --all-versions exclude each other",
                            "leave out one of them"));
  const bool has_picture =
      std::any_of(o.outputs.begin(), o.outputs.end(), [](const auto& output) {
        return find_picture_format(output.format) != nullptr;
      });
  if (!has_picture &&
      (!o.picture.collapse.empty() || !o.picture.link_template.empty()))
    return fail(usage_error("--collapse and --link-template are for pictures",
                            "write one with -f svg or -f dot"));
  return {};
}

// A graph that was read has lost what its walk began with, but for the main
// modules: the others come after them.
std::vector<NodeId> roots_of(const ModuleGraph& graph) {
  std::vector<NodeId> out(graph.mains().begin(), graph.mains().end());
  for (const NodeId n : graph.nodes()) out.push_back(n);
  return out;
}

// What `go mod graph` prints. Nothing is written before all is known.
Result<void> write_go_graph(const InputPlan& plan, const GraphOptions& o,
                            const std::string& path, const Diagnostics& to) {
  if (!plan.resolve_in) {
    const auto imported = import_project(plan, o.inputs.resolve, kGraphAlone);
    if (!imported) return fail(imported.error());
    const ModuleGraph& graph = imported->project.graph;
    return write_output(path, [&](Sink& out) {
      write_requirement_lines(graph, roots_of(graph), out);
    });
  }
  auto resolved =
      resolve_project(*plan.resolve_in, o.inputs.resolve, ResolveAs::kGraph,
                      GraphShape::kWalk, plan.path_base);
  if (!resolved) return fail(std::move(resolved.error()));
  const ResolvedBuild& build = keep_to_the_end(std::move(*resolved)).build;
  print_notes(build.notes, build.partial_because, to);
  return write_output(
      path, [&](Sink& out) { write_requirement_lines(build.walk, out); });
}

Result<void> write_part(const InputPlan& plan, const GraphOptions& o,
                        const std::string& path) {
  const auto imported = import_project(plan, o.inputs.resolve, kGraphAlone);
  if (!imported) return fail(imported.error());
  const ModuleGraph& graph = imported->project.graph;
  const auto part = graph_part(graph, o.picture, o.selected);
  if (!part) return fail(part.error());
  return write_output(
      path, [&](Sink& out) { write_requirement_lines(graph, *part, out); });
}

// A picture shows findings too, so that it is drawn from a whole report.
Result<Picture> draw(const Asked& asked, const PictureOptions& options) {
  Analysis analysis = analyse(asked.imported.project);
  std::vector<Finding> findings =
      run_rules(asked.imported.project, analysis, {});
  const Report report =
      make_report(std::move(asked.imported.project), std::move(analysis),
                  std::move(findings), std::move(asked.imported.inputs), "");
  return picture_of(report, options);
}

Result<Answer> answer_graph(const Asked& asked, const GraphOptions& o) {
  const ModuleGraph& graph = asked.project().graph;
  const auto part = graph_part(graph, o.picture, o.selected);
  if (!part) return fail(part.error());
  return Answer{graph_document(graph, *part), nullptr};
}

// Pictures take the project apart, so that documents come first.
ExitCode run_documents(const GraphOptions& o, const GlobalOptions& global) {
  return answer_question(o, global, kGraphAlone, [&](const Asked& asked) {
    return answer_graph(asked, o);
  });
}

ExitCode run_pictures(const GraphOptions& o, const GlobalOptions& global) {
  return answer_question(
      o, global, kGraphAlone, [&](const Asked& asked) -> Result<Answer> {
        auto picture = draw(asked, options_for(o.outputs[0].format, o.picture));
        if (!picture) return fail(std::move(picture.error()));
        return Answer{Document(kGraphShape, [](RecordWriter&) {}),
                      [picture = std::move(*picture)](const PictureOptions&) {
                        return picture;
                      }};
      });
}

// Several folders: each after a line with its name.
ExitCode run_texts(const GraphOptions& o, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto folders = several_folders(o.inputs);
  if (!folders) return report_errors(folders.error(), to);
  if (!folders->empty())
    return report_errors(
        {usage_error("the text of `graph` is that of `go mod graph`, of one "
                     "build, and several folders are named",
                     "name one folder, or write another format: -f csv")},
        to);
  const auto plan = plan_inputs(o.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  for (const OutputOption& output : o.outputs) {
    const auto written = wants_part(o)
                             ? write_part(*plan, o, output.path)
                             : write_go_graph(*plan, o, output.path, to);
    if (!written) return report_errors(written.error(), to);
  }
  return ExitCode::kClean;
}

// Each kind of output reads what it needs: Go's text comes from the walk, which
// no document knows.
ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global) {
  GraphOptions texts = options, documents = options, pictures = options;
  std::erase_if(texts.outputs,
                [](const auto& output) { return output.format != "text"; });
  std::erase_if(pictures.outputs, [](const auto& output) {
    return find_picture_format(output.format) == nullptr;
  });
  std::erase_if(documents.outputs, [](const auto& output) {
    return output.format == "text" ||
           find_picture_format(output.format) != nullptr;
  });
  ExitCode code = ExitCode::kClean;
  if (!documents.outputs.empty()) code = run_documents(documents, global);
  for (const OutputOption& output : pictures.outputs) {
    if (code != ExitCode::kClean) return code;
    GraphOptions one = pictures;
    one.outputs = {output};
    code = run_pictures(one, global);
  }
  if (code != ExitCode::kClean || texts.outputs.empty()) return code;
  return run_texts(texts, global);
}

RunCommand declare_graph(Flags& flags) {
  const auto options = std::make_shared<GraphOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_and_picture_formats(), options->outputs);
  add_part_flags(flags, options->picture);
  flags.flag("--selected", options->selected,
             "The selected versions alone; pictures show no others");
  flags.flag("--reduce", options->picture.reduce,
             "The selected versions alone, without requirements that a longer "
             "chain implies (transitive reduction)");
  add_picture_flags(flags, options->picture);
  flags.check([options] { return check_graph(*options); });
  return [options](const GlobalOptions& global) {
    return run_graph(*options, global);
  };
}

}  // namespace

extern const Command kGraphCommand;
const Command kGraphCommand{
    "graph",
    "the requirement graph, as `go mod graph` prints it",
    R"(  modgraph graph
      the bytes of `go mod graph`, without the go command
  modgraph graph --reduce
      the build alone, without what longer chains imply
  modgraph graph --focus golang.org/x/net --reverse --depth 2 -f svg:net.svg
      a picture of what requires it, at most two requirements away
  modgraph graph --selected -f csv:build.csv
)",
    declare_graph,
    &kGraphShape,
};

}  // namespace modgraph
