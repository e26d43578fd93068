#include "engine/report/overview_graph.h"

#include <algorithm>

#include "engine/analysis/components.h"
#include "engine/analysis/reach.h"

namespace modgraph {
namespace {

// Positions of the chosen groups, and rows of lines between them.
struct ChosenGraph {
  std::vector<std::uint32_t> at;  // by group: its position, or none
  std::vector<std::vector<std::uint32_t>> rows;  // positions, ascending
};

constexpr std::uint32_t kNotChosen = 0xffffffff;

ChosenGraph chosen_graph(const Digraph<ModuleId>& graph, const Groups& groups,
                         std::span<const std::uint32_t> chosen) {
  ChosenGraph out;
  out.at.assign(groups.members.size(), kNotChosen);
  for (std::uint32_t i = 0; i < chosen.size(); ++i) out.at[chosen[i]] = i;
  out.rows.resize(chosen.size());
  for (std::uint32_t i = 0; i < chosen.size(); ++i) {
    auto& row = out.rows[i];
    for (const ModuleId m : groups.members[chosen[i]])
      for (const ModuleId to : graph.dependencies(m))
        if (const auto j = out.at[groups.of[index(to)]];
            j != kNotChosen && j != i)
          row.push_back(j);
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
  }
  return out;
}

// By position: what it reaches over the rows, itself only when on a cycle.
std::vector<std::vector<bool>> closure(
    const std::vector<std::vector<std::uint32_t>>& rows) {
  std::vector<std::vector<bool>> out(rows.size(),
                                     std::vector<bool>(rows.size()));
  std::vector<std::uint32_t> stack;
  for (std::size_t root = 0; root < rows.size(); ++root) {
    stack.assign(rows[root].begin(), rows[root].end());
    while (!stack.empty()) {
      const std::uint32_t v = stack.back();
      stack.pop_back();
      if (out[root][v]) continue;
      out[root][v] = true;
      stack.insert(stack.end(), rows[v].begin(), rows[v].end());
    }
  }
  return out;
}

}  // namespace

Digraph<ModuleId> drawable_requirements(const Report& report) {
  std::vector<bool> listed_only(report.graph.module_count());
  for (const ModuleRow& row : report.modules)
    listed_only[index(row.module)] =
        row.indirect_comment == true && row.direct == false;
  std::vector<ModuleId> mains;
  std::vector<bool> is_main(report.graph.module_count());
  for (const NodeId n : report.graph.mains()) {
    mains.push_back(report.graph.module_of(n));
    is_main[index(mains.back())] = true;
  }
  const auto edges = [&](auto wanted) {
    std::vector<Edge<ModuleId>> out;
    for (const ModuleId m : report.selected.vertices())
      for (const ModuleId to : report.selected.dependencies(m))
        if (wanted(m, to)) out.push_back({m, to});
    return simple_digraph_from_edges<ModuleId>(report.graph.module_count(),
                                               out);
  };
  const auto by_comment = [&](ModuleId m, ModuleId to) {
    return is_main[index(m)] && listed_only[index(to)];
  };
  const auto without =
      edges([&](ModuleId m, ModuleId to) { return !by_comment(m, to); });
  const std::vector<bool> reached = reachable<ModuleId>(without, mains);
  return edges([&](ModuleId m, ModuleId to) {
    return !by_comment(m, to) || !reached[index(to)];
  });
}

Groups group_cycles(const Digraph<ModuleId>& graph, std::size_t collapse_from) {
  const auto components = strongly_connected_components(graph);
  Groups out;
  out.of.assign(graph.vertex_count(), kNotChosen);
  for (const ModuleId m : graph.vertices()) {
    if (out.of[index(m)] != kNotChosen) continue;
    const auto together = components.at(components.of[index(m)]);
    const auto number = static_cast<std::uint32_t>(out.members.size());
    if (collapse_from != 0 && together.size() >= collapse_from)
      out.members.emplace_back(together.begin(), together.end());
    else
      out.members.push_back({m});
    for (const ModuleId member : out.members.back())
      out.of[index(member)] = number;
  }
  return out;
}

std::vector<Edge<std::uint32_t>> reduced_lines(
    const Digraph<ModuleId>& graph, const Groups& groups,
    std::span<const std::uint32_t> chosen,
    std::span<const Edge<std::uint32_t>> keep) {
  const ChosenGraph g = chosen_graph(graph, groups, chosen);
  const auto reaches = closure(g.rows);
  const auto kept = [&](std::uint32_t from, std::uint32_t to) {
    return std::find(keep.begin(), keep.end(),
                     Edge<std::uint32_t>{chosen[from], chosen[to]}) !=
           keep.end();
  };
  std::vector<Edge<std::uint32_t>> out;
  for (std::uint32_t v = 0; v < g.rows.size(); ++v) {
    for (const std::uint32_t to : g.rows[v]) {
      const bool on_one_cycle = reaches[to][v];
      // Implied: another successor, not on a cycle with v, leads there too. Of
      // several that lead to each other the first stands for all.
      const bool implied =
          !on_one_cycle &&
          std::any_of(g.rows[v].begin(), g.rows[v].end(), [&](auto other) {
            return other != to && reaches[other][to] && !reaches[other][v] &&
                   (!reaches[to][other] || other < to);
          });
      if (!implied || kept(v, to)) out.push_back({chosen[v], chosen[to]});
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace modgraph
