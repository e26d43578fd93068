#include "exporters/ranking.h"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/text_table.h"

namespace modgraph {
namespace {

std::string_view meaning(RankBy by) {
  switch (by) {
    case RankBy::kDependents:
      return "how many modules require them";
    case RankBy::kDependencies:
      return "how many modules they require";
    case RankBy::kReach:
      return "how many modules they need, by way of others too";
    case RankBy::kReachedBy:
      return "how many modules need them, by way of others too";
    case RankBy::kExclusive:
      return "how many modules only they bring in, themselves included";
    case RankBy::kBetweenness:
      return "how many shortest chains pass through them";
  }
  return {};
}

std::string shown(const std::optional<std::uint32_t>& number) {
  return number ? std::to_string(*number) : "-";
}

std::string json_number(const std::optional<std::uint32_t>& number) {
  return number ? std::to_string(*number) : "null";
}

// Fixed, so that rounding in the last places never shows.
std::string fixed(double number) { return fmt::format("{:.3f}", number); }

}  // namespace

void write_ranking_text(const RankingAnswer& answer, Sink& out) {
  out.put(fmt::format("modules by {}: {}\n", rank_name(answer.by),
                      meaning(answer.by)));
  const bool central = answer.by == RankBy::kBetweenness;
  std::vector<std::string> head{"dependents", "dependencies", "reach",
                                "reached-by", "exclusive",    "module"};
  if (central) head.insert(head.begin(), "betweenness");
  TextTable table(std::move(head));
  for (const RankedModule& m : answer.modules) {
    std::vector<std::string> row{std::to_string(m.dependents),
                                 std::to_string(m.dependencies),
                                 shown(m.reach),
                                 shown(m.reached_by),
                                 shown(m.exclusive),
                                 printable(m.name)};
    if (central)
      row.insert(row.begin(), fmt::format("{:.1f}", m.betweenness.value_or(0)));
    table.add(std::move(row));
  }
  table.put(out);
  if (answer.modules.size() < answer.count)
    out.put(fmt::format("    and {} more (--top 0 shows all)\n",
                        answer.count - answer.modules.size()));
}

void write_ranking_json(const RankingAnswer& answer, Sink& out) {
  out.put("{\"schema_version\": 1, \"by\": ");
  put_json_string(out, rank_name(answer.by));
  out.put(fmt::format(", \"count\": {},\n\"modules\": [", answer.count));
  Separator comma(",\n");
  for (const RankedModule& m : answer.modules) {
    comma.put(out);
    out.put("{\"module\": ");
    put_json_string(out, m.name);
    out.put(fmt::format(
        ", \"dependents\": {}, \"dependencies\": {}, \"reaches\": {}, "
        "\"reached_by\": {}, \"exclusive\": {}, \"betweenness\": {}}}",
        m.dependents, m.dependencies, json_number(m.reach),
        json_number(m.reached_by), json_number(m.exclusive),
        m.betweenness ? fixed(*m.betweenness) : "null"));
  }
  out.put("]}\n");
}

}  // namespace modgraph
