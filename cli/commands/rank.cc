// modgraph rank: which modules matter most?

#include <fmt/core.h>

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "engine/report/answers/rank.h"

namespace modgraph {
namespace {

constexpr std::array kRankings = {RankBy::kDependents, RankBy::kDependencies,
                                  RankBy::kReach,      RankBy::kReachedBy,
                                  RankBy::kExclusive,  RankBy::kBetweenness};

struct RankOptions : QuestionOptions {
  std::string by;
  std::uint64_t top = 20;
};

RankBy wanted_ranking(const RankOptions& options) {
  for (const RankBy by : kRankings)
    if (options.by == rank_name(by)) return by;
  return RankBy::kDependents;
}

RunCommand declare_rank(Flags& flags) {
  const auto options = std::make_shared<RankOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  std::vector<std::string_view> names;
  for (const RankBy by : kRankings) names.push_back(rank_name(by));
  flags.choice("--by", "WHAT", options->by, std::move(names),
               "dependents (default), dependencies, reach, reached-by, "
               "exclusive or betweenness");
  flags.number("--top", "N", options->top, {},
               "Show at most N modules (default 20); 0 means all");
  return [options](const GlobalOptions& global) {
    return answer_question(
        *options, global, kGraphAlone,
        [&](const Asked& asked) -> Result<Answer> {
          const RankBy by = wanted_ranking(*options);
          auto document =
              rank_document(asked.project(), analyse(asked.project()), by,
                            static_cast<std::size_t>(options->top));
          if (!document)
            return fail(limit_error(
                fmt::format("the graph is too large to rank modules by {}",
                            rank_name(by)),
                "dependents, dependencies and exclusive have no limit"));
          return Answer{std::move(*document)};
        });
  };
}

}  // namespace

extern const Command kRankCommand;
const Command kRankCommand{
    "rank",
    "which modules matter most?",
    R"(  modgraph rank
      the modules that most others require
  modgraph rank --by exclusive --top 5
      those that bring in most that nothing else needs
  go mod graph | modgraph rank --by betweenness - --json
)",
    declare_rank,
    &kRankShape,
};

}  // namespace modgraph
