#include "cli/goal_command.h"

#include <fmt/core.h>

#include <optional>
#include <utility>
#include <vector>

#include "cli/command_words.h"
#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/trial_bench.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/base/edit_distance.h"
#include "engine/report/goal.h"
#include "engine/report/goal_answer.h"
#include "exporters/goal.h"

namespace modgraph {
namespace {

// The goal, about a module that can be gone.
Result<Goal> goal_of(const std::string& words, const ModuleGraph& graph) {
  auto goal = parse_goal(words);
  if (!goal)
    return fail(usage_error(fmt::format("'{}' is no goal", words),
                            "drop:MODULE, cap:MODULE@VERSION or break:MODULE"));
  const auto module = graph.find(goal->path);
  if (!module) {
    std::vector<std::string_view> paths;
    for (const ModuleId m : graph.modules()) paths.push_back(graph.path(m));
    const auto near = nearest(goal->path, paths);
    return fail({ErrorKind::kInput,
                 fmt::format("no module {} is in the graph", goal->path),
                 {},
                 {},
                 near ? fmt::format("did you mean '{}'?", *near)
                      : std::string("`modgraph list` shows the modules")});
  }
  if (graph.is_main(graph.selected(*module)))
    return fail(
        usage_error(goal->path + " is a main module",
                    "name one that it requires, or that these require"));
  return std::move(*goal);
}

Suggestion described(const TrialBench& bench, const Project& project,
                     std::vector<MainEdit> edits) {
  Suggestion out;
  out.commands = commands_of(edits, project.manifests);
  for (const MainEdit& e : edits) {
    out.title += (out.title.empty() ? "" : ", ") + flag_of(e.edit).substr(1);
    if (e.edit.kind == EditKind::kExclude && out.side_effects.empty())
      out.side_effects.emplace_back(kBreaksInstall);
  }
  out.side_effects.emplace_back(
      "go mod tidy undoes it where packages need what it takes away");
  if (auto tried = bench.attempt(edits)) {
    out.effect = effect_of(tried->difference);
    out.lines = changed_lines(tried->files);
    out.files = std::move(tried->files);
  }
  out.edits = std::move(edits);
  return out;
}

GoalAnswer answer(const TrialBench& bench, const Project& project,
                  const Goal& goal, const WhatifOptions& options) {
  GoalAnswer out;
  out.goal = options.goal;
  const ModuleGraph& graph = bench.before().graph;
  out.holds_already = reached(goal, graph);
  GoalOptions limits;
  limits.most_trials = options.most_trials;
  GoalSearch found = search_goal(
      goal, bench.mains(), bench.before(),
      [&](std::span<const MainEdit> edits) { return bench.build(edits); },
      limits);
  out.trials = found.trials;
  out.complete_to = found.complete_to;
  out.stopped_early = found.stopped_early;
  out.repaired = found.repaired;
  out.in_the_way = std::move(found.in_the_way);
  for (std::vector<MainEdit>& set : found.sets)
    out.sets.push_back(described(bench, project, std::move(set)));
  if (const auto module = graph.find(goal.path))
    for (const NodeId n : distinct_requirers(graph, graph.selected(*module)))
      out.deciders.push_back(graph.name(n));
  return out;
}

}  // namespace

ExitCode run_goal(const WhatifOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  if (!options.edits.empty())
    return report_errors(
        {usage_error("a goal searches for the edits: name none beside it",
                     "leave out --goal, or the edits")},
        to);
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  auto imported = import_project(*plan, options.inputs.resolve);
  if (!imported) return report_errors(imported.error(), to);
  if (!imported->resolution)
    return report_errors(
        {usage_error(
            "a goal is searched by resolving: graph text does not tell "
            "enough for that",
            "name a folder with a go.mod, or none")},
        to);
  const auto goal = goal_of(options.goal, imported->project.graph);
  if (!goal) return report_errors(goal.error(), to);
  const auto bench =
      TrialBench::make(*imported->resolution, imported->project, {});
  if (!bench) return report_errors(bench.error(), to);
  for (const std::string& note : imported->notes) print_note(note, to);

  GoalAnswer found = answer(*bench, imported->project, *goal, options);
  if (options.apply && !found.sets.empty()) {
    if (auto written = bench->write(found.sets.front().files); !written)
      return report_errors(written.error(), to);
    found.applied = true;
  }
  const auto written = write_output("", [&](Sink& out) {
    options.json ? write_goal_json(found, out) : write_goal_text(found, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
