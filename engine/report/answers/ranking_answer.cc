#include "engine/report/answers/ranking_answer.h"

#include <algorithm>

#include "engine/analysis/graph/betweenness.h"

namespace modgraph {
namespace {

// The number that counts; what is not known stands behind everything.
double number_of(const RankedModule& m, RankBy by) {
  const auto known = [](const std::optional<std::uint32_t>& number) {
    return number ? static_cast<double>(*number) : -1.0;
  };
  switch (by) {
    case RankBy::kDependents:
      return static_cast<double>(m.dependents);
    case RankBy::kDependencies:
      return static_cast<double>(m.dependencies);
    case RankBy::kReach:
      return known(m.reach);
    case RankBy::kReachedBy:
      return known(m.reached_by);
    case RankBy::kExclusive:
      return known(m.exclusive);
    case RankBy::kBetweenness:
      break;
  }
  return m.betweenness.value_or(-1.0);
}

RankedModule ranked(const Project& project, const Analysis& analysis,
                    NodeId node) {
  const ModuleId m = project.graph.module_of(node);
  RankedModule out;
  out.name = project.graph.name(node);
  out.dependents = analysis.selected.dependents(m).size();
  out.dependencies = analysis.selected.dependencies(m).size();
  if (analysis.reach) {
    out.reach = analysis.reach->reaches[index(m)];
    out.reached_by = analysis.reach->reached_by[index(m)];
  }
  if (analysis.exclusive[index(m)] > 0)
    out.exclusive = analysis.exclusive[index(m)];
  return out;
}

}  // namespace

std::string_view rank_name(RankBy by) {
  switch (by) {
    case RankBy::kDependents:
      return "dependents";
    case RankBy::kDependencies:
      return "dependencies";
    case RankBy::kReach:
      return "reach";
    case RankBy::kReachedBy:
      return "reached-by";
    case RankBy::kExclusive:
      return "exclusive";
    case RankBy::kBetweenness:
      return "betweenness";
  }
  return {};
}

std::optional<RankingAnswer> ranking_answer(const Project& project,
                                            const Analysis& analysis, RankBy by,
                                            std::size_t top) {
  if ((by == RankBy::kReach || by == RankBy::kReachedBy) && !analysis.reach)
    return std::nullopt;
  std::optional<std::vector<double>> central;
  if (by == RankBy::kBetweenness) {
    central = betweenness(analysis.selected);
    if (!central) return std::nullopt;
  }
  RankingAnswer out;
  out.by = by;
  for (NodeId node : build_list(project.graph)) {
    out.modules.push_back(ranked(project, analysis, node));
    if (central)
      out.modules.back().betweenness =
          (*central)[index(project.graph.module_of(node))];
  }
  std::stable_sort(out.modules.begin(), out.modules.end(),
                   [&](const RankedModule& a, const RankedModule& b) {
                     return number_of(a, by) > number_of(b, by);
                   });
  out.count = out.modules.size();
  if (top != 0 && top < out.modules.size()) out.modules.resize(top);
  return out;
}

}  // namespace modgraph
