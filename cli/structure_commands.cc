#include "cli/structure_commands.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <vector>

#include "cli/command_words.h"
#include "engine/base/edit_distance.h"
#include "engine/report/answers/cut_answer.h"
#include "engine/report/answers/ranking_answer.h"
#include "exporters/cut.h"
#include "exporters/ranking.h"

namespace modgraph {
namespace {

constexpr std::array kRankings = {RankBy::kDependents, RankBy::kDependencies,
                                  RankBy::kReach,      RankBy::kReachedBy,
                                  RankBy::kExclusive,  RankBy::kBetweenness};

RankBy wanted_ranking(const QuestionOptions& options) {
  for (const RankBy by : kRankings)
    if (options.by == rank_name(by)) return by;
  return RankBy::kDependents;
}

// A module of the build, at whatever version; not `go` or `toolchain`.
Result<ModuleId> find_module(const ModuleGraph& graph,
                             const std::string& word) {
  const auto module = graph.find(word.substr(0, word.find('@')));
  if (module && graph.kind(*module) == ModuleKind::kModule) return *module;
  std::vector<std::string_view> paths;
  for (const ModuleId m : graph.modules())
    if (graph.kind(m) == ModuleKind::kModule) paths.push_back(graph.path(m));
  const auto near = nearest(word, paths);
  return fail(
      {ErrorKind::kInput,
       fmt::format("no module {} is in the graph", word),
       {},
       {},
       near ? fmt::format("did you mean '{}'?", *near) : std::string()});
}

Error above_limit(std::string message) {
  return {ErrorKind::kLimit, std::move(message), {}, {}, {}};
}

}  // namespace

void add_rank_flags(CLI::App& command, QuestionOptions& options) {
  std::vector<std::string> names;
  for (const RankBy by : kRankings) names.emplace_back(rank_name(by));
  command
      .add_option("--by", options.by,
                  "dependents (default), dependencies, reach, reached-by, "
                  "exclusive or betweenness")
      ->option_text("WHAT")
      ->check(CLI::IsMember(names));
  command
      .add_option("--top", options.top, "Show N modules (default 20); 0: all")
      ->option_text("N");
}

Result<void> answer_rank(const Asked& asked, Sink& out) {
  const RankBy by = wanted_ranking(asked.options);
  const auto answer = ranking_answer(asked.imported.project, asked.analysis, by,
                                     asked.options.top);
  if (!answer)
    return fail(above_limit(fmt::format(
        "the graph is too large to compare modules by {}: vertices times edges "
        "are above the limit",
        rank_name(by))));
  asked.options.json ? write_ranking_json(*answer, out)
                     : write_ranking_text(*answer, out);
  return {};
}

void add_cut_flags(CLI::App& command, QuestionOptions& options) {
  command.add_option("MODULE", options.module, "The module that is to leave")
      ->option_text("MODULE")
      ->required();
}

Result<void> answer_cut(const Asked& asked, Sink& out) {
  const ModuleGraph& graph = asked.imported.project.graph;
  const auto module = find_module(graph, asked.options.module);
  if (!module) return fail(module.error());
  if (graph.is_main(graph.selected(*module)))
    return fail(usage_error(fmt::format("{} is a main module: it cannot leave",
                                        graph.path(*module)),
                            "name one of its dependencies"));
  const auto answer =
      cut_answer(asked.imported.project, asked.analysis, *module);
  if (!answer)
    return fail(above_limit(fmt::format(
        "more than a million requirements lead to {}", graph.path(*module))));
  asked.options.json ? write_cut_json(*answer, out)
                     : write_cut_text(*answer, out);
  return {};
}

}  // namespace modgraph
