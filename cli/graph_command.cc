#include "cli/graph_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_words.h"
#include "cli/diagnostics.h"
#include "cli/graph_part.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/output_option.h"
#include "cli/picture_flags.h"
#include "cli/resolve_project.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/transitive_reduction.h"
#include "engine/model/selected_graph.h"
#include "engine/report/judge.h"
#include "engine/report/make_report.h"
#include "exporters/graph_part.h"
#include "exporters/requirement_lines.h"

namespace modgraph {
namespace {

ExitCode print(const RequirementWalk& walk,
               const std::vector<std::string>& notes,
               const OutputOption& output, const Diagnostics& to) {
  for (const std::string& note : notes) print_note(note, to);
  const auto written = write_output(
      output.path, [&](Sink& out) { write_requirement_lines(walk, out); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

// A graph that was read has lost what its walk began with, but for the main
// modules: the others come behind them.
std::vector<NodeId> roots_of(const ModuleGraph& graph) {
  std::vector<NodeId> out(graph.mains().begin(), graph.mains().end());
  for (const NodeId n : graph.nodes()) out.push_back(n);
  return out;
}

// Breadth first from the main modules, then from whatever they do not reach.
RequirementWalk walk_of(const ModuleGraph& graph,
                        const Digraph<ModuleId>& selected,
                        std::vector<ModuleVersion>& names) {
  std::vector<ModuleId> order;
  std::vector<std::uint32_t> place(graph.module_count(), 0);
  std::vector<bool> seen(graph.module_count(), false);
  const auto visit = [&](ModuleId m) {
    if (seen[index(m)] || graph.kind(m) != ModuleKind::kModule) return;
    seen[index(m)] = true;
    place[index(m)] = static_cast<std::uint32_t>(order.size());
    order.push_back(m);
  };
  for (NodeId main : graph.mains()) visit(graph.module_of(main));
  auto next_root = graph.modules().begin();
  for (std::size_t i = 0;; ++i) {
    while (i == order.size() && next_root != graph.modules().end())
      visit(*next_root++);
    if (i == order.size()) break;
    for (ModuleId to : selected.dependencies(order[i])) visit(to);
  }
  RequirementWalk walk;
  names.reserve(order.size());
  for (ModuleId m : order) {
    const NodeId node = graph.selected(m);
    walk.vertices.push_back(&names.emplace_back(ModuleVersion{
        std::string(graph.path(node)), std::string(graph.version(node))}));
    for (ModuleId to : selected.dependencies(m))
      walk.targets.push_back(place[index(to)]);
    walk.offsets.push_back(static_cast<std::uint32_t>(walk.targets.size()));
  }
  return walk;
}

ExitCode print_reduced(const ImportedProject& imported,
                       const OutputOption& output, const Diagnostics& to) {
  const ModuleGraph& graph = imported.project.graph;
  const auto selected = selected_graph(graph);
  const auto reduced =
      transitive_reduction(selected, strongly_connected_components(selected));
  if (!reduced) return report_errors({too_large()}, to);
  std::vector<std::string> notes = imported.notes;
  for (const std::string& why : imported.project.partial_because)
    notes.push_back("partial: " + why);
  std::vector<ModuleVersion> names;
  return print(walk_of(graph, *reduced, names), notes, output, to);
}

constexpr std::array<std::string_view, 6> kFormats = {"text",    "dot",  "svg",
                                                      "mermaid", "json", "csv"};

bool asks_for_part(const GraphOptions& options) {
  return options.selected || options.picture.all_versions ||
         !options.picture.focus.empty() || options.picture.depth > 0;
}

// What nobody can mean together.
Result<void> check_words(const GraphOptions& options,
                         const OutputOption& output) {
  if (auto checked = check_picture_words(options.picture); !checked)
    return checked;
  const bool is_picture = find_picture_format(output.format) != nullptr;
  if (options.selected && options.picture.all_versions)
    return fail(usage_error("--selected and --all-versions exclude each other",
                            "leave out one of them"));
  if (!is_picture && (!options.picture.collapse.empty() ||
                      !options.picture.link_template.empty()))
    return fail(usage_error("--collapse and --link-template are for pictures",
                            "write one with -f svg or -f dot"));
  return {};
}

ExitCode draw(ImportedProject imported, const GraphOptions& options,
              const OutputOption& output, const Diagnostics& to) {
  for (const std::string& note : imported.notes) print_note(note, to);
  Analysis analysis = analyse(imported.project);
  std::vector<Finding> findings = judge(imported.project, analysis, {});
  const Report report =
      make_report(std::move(imported.project), std::move(analysis),
                  std::move(findings), std::move(imported.inputs), "");
  for (const std::string& why : report.partial_because)
    print_note("partial: " + why, to);
  const auto picture =
      picture_of(report, words_for(output.format, options.picture));
  if (!picture) return report_errors(picture.error(), to);
  const auto written = write_output(output.path, [&](Sink& out) {
    find_picture_format(output.format)(*picture, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

ExitCode write_part(const ImportedProject& imported,
                    const GraphOptions& options, const OutputOption& output,
                    const Diagnostics& to) {
  for (const std::string& note : imported.notes) print_note(note, to);
  for (const std::string& why : imported.project.partial_because)
    print_note("partial: " + why, to);
  const ModuleGraph& graph = imported.project.graph;
  const auto part = graph_part(graph, options);
  if (!part) return report_errors(part.error(), to);
  const auto written = write_output(output.path, [&](Sink& out) {
    if (output.format == "json")
      write_part_json(graph, *part, out);
    else if (output.format == "csv")
      write_part_csv(graph, *part, out);
    else
      write_part_text(graph, *part, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace

void add_graph_flags(CLI::App& command, GraphOptions& options) {
  command
      .add_option("-f,--format", options.format,
                  "text (default: the bytes of `go mod graph`), dot, svg, json "
                  "or csv, to PATH or standard output")
      ->option_text("FORMAT[:PATH]");
  command.add_flag("--selected", options.selected,
                   "The selected versions alone; pictures show no others");
  command.add_flag("--reduce", options.picture.reduce,
                   "The selected versions alone, without requirements that a "
                   "longer chain replaces (tred)");
  add_part_flags(command, options.picture);
  add_picture_flags(command, options.picture);
}

ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto output = parse_output(options.format, kFormats);
  if (!output) return report_errors(output.error(), to);
  if (auto checked = check_words(options, *output); !checked)
    return report_errors(checked.error(), to);
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  const bool part = asks_for_part(options);
  if (options.picture.reduce || part || output->format != "text") {
    auto imported = import_project(*plan, options.inputs.resolve);
    if (!imported) return report_errors(imported.error(), to);
    if (find_picture_format(output->format) != nullptr)
      return draw(std::move(*imported), options, *output, to);
    if (output->format == "text" && !part)
      return print_reduced(*imported, *output, to);
    return write_part(*imported, options, *output, to);
  }
  if (plan->resolve_in) {
    auto resolved =
        resolve_project(*plan->resolve_in, options.inputs.resolve,
                        ResolveAs::kGraph, GraphShape::kWalk, plan->path_base);
    if (!resolved) return report_errors(resolved.error(), to);
    const ResolvedBuild& build = keep_to_the_end(std::move(*resolved)).build;
    std::vector<std::string> notes = build.notes;
    for (const std::string& why : build.partial_because)
      notes.push_back("partial: " + why);
    return print(build.walk, notes, *output, to);
  }
  const auto imported = import_project(*plan);
  if (!imported) return report_errors(imported.error(), to);
  const ModuleGraph& graph = imported->project.graph;
  const std::vector<NodeId> roots = roots_of(graph);
  const auto written = write_output(output->path, [&](Sink& out) {
    write_requirement_lines(graph, roots, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
