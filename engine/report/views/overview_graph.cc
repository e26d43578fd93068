#include "engine/report/views/overview_graph.h"

#include <utility>

#include "engine/analysis/graph/reach.h"
#include "engine/model/selected_graph.h"

namespace modgraph {

Digraph<ModuleId> drawable_requirements(const Report& report) {
  std::vector<bool> listed_only(report.graph.module_count());
  for (const ModuleRow& row : report.modules)
    listed_only[index(row.module)] =
        row.indirect_comment == true && row.direct == false;
  const std::vector<ModuleId> mains = main_modules(report.graph);
  std::vector<bool> is_main(report.graph.module_count());
  for (const ModuleId m : mains) is_main[index(m)] = true;
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

void DrawnBoxes::add(DrawnBox box) {
  for (const ModuleId m : box.members) of_[index(m)] = count();
  boxes_.push_back(std::move(box));
}

}  // namespace modgraph
