#include "engine/report/dependency_matrix.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/analysis/graph/components.h"
#include "engine/model/organisation.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kNoGroup = static_cast<std::uint32_t>(-1);

struct MatrixGroups {
  std::vector<MatrixRow> rows;
  std::vector<std::uint32_t> of;  // by module; kNoGroup: not in the build
};

MatrixGroups each_module(const Report& report) {
  MatrixGroups out{{}, std::vector(report.graph.module_count(), kNoGroup)};
  for (const ModuleRow& m : report.modules) {
    out.of[index(m.module)] = static_cast<std::uint32_t>(out.rows.size());
    out.rows.push_back({std::string(report.graph.path(m.module)), 1});
  }
  return out;
}

// Each main module is a group of its own.
std::string_view group_of(const Report& report, const ModuleRow& m) {
  const std::string_view path = report.graph.path(m.module);
  return m.main ? path : organisation_of(path);
}

MatrixGroups organisations(const Report& report, std::size_t most) {
  std::map<std::string_view, std::uint32_t> size;
  for (const ModuleRow& m : report.modules)
    size[group_of(report, m)] += m.main ? 1'000'000 : 1;
  std::vector<std::pair<std::string_view, std::uint32_t>> order(size.begin(),
                                                                size.end());
  std::stable_sort(
      order.begin(), order.end(),
      [](const auto& a, const auto& b) { return a.second > b.second; });
  MatrixGroups out{{}, std::vector(report.graph.module_count(), kNoGroup)};
  const std::size_t own = order.size() <= most ? order.size() : most - 1;
  std::map<std::string_view, std::uint32_t> row_of;
  for (std::size_t i = 0; i < order.size(); ++i) {
    row_of[order[i].first] = static_cast<std::uint32_t>(std::min(i, own));
    if (i < own) out.rows.push_back({std::string(order[i].first), 0});
  }
  if (own < order.size())
    out.rows.push_back({fmt::format("{} others", order.size() - own), 0});
  for (const ModuleRow& m : report.modules) {
    const std::uint32_t row = row_of[group_of(report, m)];
    out.of[index(m.module)] = row;
    ++out.rows[row].modules;
  }
  return out;
}

// What the cells count, and which rows require which.
struct MatrixCells {
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> on_cycles;
  std::vector<Edge<ModuleId>> edges;
};

MatrixCells cells_between(const Report& report, const MatrixGroups& groups,
                          const Components<ModuleId>& cycles) {
  const std::size_t n = groups.rows.size();
  MatrixCells out{
      std::vector<std::uint32_t>(n * n), std::vector<std::uint32_t>(n * n), {}};
  for (const ModuleId from : report.selected.vertices()) {
    for (const ModuleId to : report.selected.dependencies(from)) {
      const std::uint32_t a = groups.of[index(from)];
      const std::uint32_t b = groups.of[index(to)];
      if (a == kNoGroup || b == kNoGroup) continue;
      if (out.counts[a * n + b]++ == 0 && a != b)
        out.edges.push_back({ModuleId{a}, ModuleId{b}});
      if (from != to && cycles.of[index(from)] == cycles.of[index(to)])
        ++out.on_cycles[a * n + b];
    }
  }
  return out;
}

}  // namespace

DependencyMatrix dependency_matrix(const Report& report, std::size_t most) {
  DependencyMatrix out;
  out.by_organisation = report.modules.size() > most;
  MatrixGroups groups =
      out.by_organisation ? organisations(report, most) : each_module(report);
  const std::size_t n = groups.rows.size();
  const auto cycles = strongly_connected_components(report.selected);
  for (std::uint32_t c = 0; c < cycles.count(); ++c)
    out.cycles += cycles.at(c).size() > 1 ? 1U : 0U;
  const MatrixCells cells = cells_between(report, groups, cycles);
  const auto components = strongly_connected_components(
      digraph_from_edges<ModuleId>(n, cells.edges));

  // Components come dependencies first.
  std::vector<std::size_t> order;
  for (std::uint32_t c = static_cast<std::uint32_t>(components.count());
       c-- > 0;)
    for (const ModuleId row : components.at(c)) order.push_back(index(row));
  for (const std::size_t row : order) {
    for (const std::size_t column : order) {
      out.counts.push_back(cells.counts[row * n + column]);
      out.on_cycles.push_back(cells.on_cycles[row * n + column]);
    }
    out.rows.push_back(std::move(groups.rows[row]));
  }
  return out;
}

}  // namespace modgraph
