#include "engine/report/answers/rank.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/analysis/graph/betweenness.h"
#include "engine/analysis/why.h"
#include "engine/model/build_list.h"
#include "engine/report/answers/leaves.h"

namespace modgraph {
namespace {

constexpr FieldShape kRankedFields[] = {
    field("module", FieldType::kModule, "the module path"),
    field("version", FieldType::kVersion,
          "the selected version; \"\" for a main module"),
    optional_record("replaced_by", kReplacedByShape,
                    "what is built in its place; null: nothing replaces it"),
    field("dependents", FieldType::kCount, "how many modules require it"),
    field("dependencies", FieldType::kCount, "how many modules it requires"),
    optional_field("reaches", FieldType::kCount,
                   "how many modules it requires, directly or through others; "
                   "null where the graph is too large to count"),
    optional_field("reached_by", FieldType::kCount,
                   "how many modules require it, directly or through others; "
                   "null where the graph is too large to count"),
    optional_field("exclusive", FieldType::kCount,
                   "how many modules leave the build with it, itself included; "
                   "null where no main module leads to it"),
    optional_field("betweenness", FieldType::kNumber,
                   "how many shortest chains between two others pass through "
                   "it; null unless asked for"),
};
constexpr RecordShape kRankedShape{"ranked_module", kRankedFields};

constexpr FieldShape kRankFields[] = {
    field("by", FieldType::kText,
          "the field of a row that the modules are sorted by"),
    field("count", FieldType::kCount, "modules in the build list"),
    records("modules", kRankedShape,
            "the first --top of them, the highest number first"),
};

// One module of the build list and its number.
struct Ranked {
  NodeId node;
  double number = 0;
};

// What is not known sorts last.
double number_of(const Analysis& analysis, ModuleId m, RankBy by,
                 const std::vector<double>& betweenness_of) {
  switch (by) {
    case RankBy::kDependents:
      return static_cast<double>(analysis.selected.dependents(m).size());
    case RankBy::kDependencies:
      return static_cast<double>(analysis.selected.dependencies(m).size());
    case RankBy::kReach:
      return analysis.reach->reaches[index(m)];
    case RankBy::kReachedBy:
      return analysis.reach->reached_by[index(m)];
    case RankBy::kExclusive:
      return analysis.exclusive[index(m)];
    case RankBy::kBetweenness:
      break;
  }
  return betweenness_of[index(m)];
}

std::string_view field_of(RankBy by) {
  return by == RankBy::kReachedBy ? "reached_by" : rank_name(by);
}

std::string_view title_of(RankBy by) {
  switch (by) {
    case RankBy::kDependents:
      return "by dependents: how many modules require it";
    case RankBy::kDependencies:
      return "by dependencies: how many modules it requires";
    case RankBy::kReach:
      return "by reach: how many modules it requires, directly or through "
             "others";
    case RankBy::kReachedBy:
      return "by reached-by: how many modules require it, directly or through "
             "others";
    case RankBy::kExclusive:
      return "by exclusive: how many modules leave the build with it, itself "
             "included";
    case RankBy::kBetweenness:
      return "by betweenness: how many shortest chains pass through it";
  }
  return {};
}

std::vector<std::string_view> columns_of(RankBy by, bool any_replaced) {
  std::vector<std::string_view> out = {"module",       "version", "dependents",
                                       "dependencies", "reaches", "reached_by",
                                       "exclusive"};
  if (any_replaced) out.insert(out.begin() + 2, "replaced_by");
  if (by == RankBy::kBetweenness) out.push_back("betweenness");
  return out;
}

void put_numbers(RecordWriter& out, const Analysis& analysis, ModuleId m) {
  out.count("dependents", analysis.selected.dependents(m).size());
  out.count("dependencies", analysis.selected.dependencies(m).size());
  if (analysis.reach) {
    out.count("reaches", analysis.reach->reaches[index(m)]);
    out.count("reached_by", analysis.reach->reached_by[index(m)]);
  } else {
    out.unknown("reaches");
    out.unknown("reached_by");
  }
  if (analysis.exclusive[index(m)] > 0)
    out.count("exclusive", analysis.exclusive[index(m)]);
  else
    out.unknown("exclusive");
}

}  // namespace

constexpr DocumentShape kRankShape{
    "rank", "Which modules matter most?", {"rank", kRankFields}, "modules"};

std::string_view rank_name(RankBy by) {
  switch (by) {
    case RankBy::kDependents:
      return "dependents";
    case RankBy::kDependencies:
      return "dependencies";
    case RankBy::kReach:
      return "reaches";
    case RankBy::kReachedBy:
      return "reached-by";
    case RankBy::kExclusive:
      return "exclusive";
    case RankBy::kBetweenness:
      return "betweenness";
  }
  return {};
}

std::optional<Document> rank_document(const Project& project,
                                      const Analysis& analysis, RankBy by,
                                      std::size_t top) {
  if ((by == RankBy::kReach || by == RankBy::kReachedBy) && !analysis.reach)
    return std::nullopt;
  std::vector<double> betweenness_of;
  if (by == RankBy::kBetweenness) {
    auto found = betweenness(analysis.selected);
    if (!found) return std::nullopt;
    betweenness_of = std::move(*found);
  }
  const ModuleGraph& graph = project.graph;
  std::vector<Ranked> modules;
  for (const NodeId node : build_list(graph))
    modules.push_back(
        {node, number_of(analysis, graph.module_of(node), by, betweenness_of)});
  std::stable_sort(
      modules.begin(), modules.end(),
      [](const Ranked& a, const Ranked& b) { return a.number > b.number; });
  const std::size_t count = modules.size();
  if (top != 0 && top < count) modules.resize(top);

  const bool any_replaced =
      std::any_of(modules.begin(), modules.end(), [&](const Ranked& row) {
        return replacement_in(project, row.node).has_value();
      });
  return Document(kRankShape, [&](RecordWriter& out) {
    out.text("by", field_of(by));
    out.count("count", count);
    out.list("modules",
             {.title = title_of(by),
              .max_shown = modules.size(),
              .shows_count = false,
              .columns = columns_of(by, any_replaced)},
             modules, [&](const Ranked& row) {
               out.module_and_version(ref_of(graph, row.node));
               put_replaced_by(out, "replaced_by",
                               replacement_in(project, row.node));
               put_numbers(out, analysis, graph.module_of(row.node));
               if (by == RankBy::kBetweenness)
                 out.number("betweenness", row.number);
               else
                 out.unknown("betweenness");
             });
    if (modules.size() < count)
      out.say("the first {modules#module} of {count} (--top 0 shows all)");
  });
}

}  // namespace modgraph
