#include "engine/findings/bringing_chains.h"

#include <algorithm>

#include "engine/analysis/go_mod_lines/listed_indirect.h"
#include "engine/analysis/graph/needed_graph.h"
#include "engine/findings/policy_findings.h"
#include "engine/model/selected_graph.h"

namespace modgraph {

BringingChains::BringingChains(const Evidence& evidence)
    : evidence_(evidence),
      graph_(evidence.project.graph),
      needed_(needed_graph(evidence.analysis.selected, main_modules(graph_),
                           listed_indirect(evidence.project))),
      parent_(graph_.module_count(), kNone<ModuleId>),
      far_(graph_.module_count(), 0) {
  std::vector<ModuleId> queue = main_modules(graph_);
  for (const ModuleId main : queue) parent_[index(main)] = main;
  for (std::size_t at = 0; at < queue.size(); ++at)
    for (const ModuleId to : needed_.dependencies(queue[at])) {
      if (parent_[index(to)] != kNone<ModuleId>) continue;
      parent_[index(to)] = queue[at];
      far_[index(to)] = far_[index(queue[at])] + 1;
      queue.push_back(to);
    }
}

std::vector<NodeId> BringingChains::to(ModuleId module) const {
  if (parent_[index(module)] == kNone<ModuleId>)
    return evidence_.analysis.chains.to(graph_.selected(module));
  std::vector<NodeId> out;
  for (ModuleId m = module;; m = parent_[index(m)]) {
    out.push_back(graph_.selected(m));
    if (parent_[index(m)] == m) break;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<NodeId> BringingChains::to_version(ModuleId module) const {
  const NodeId node = graph_.selected(module);
  ModuleId nearest = kNone<ModuleId>;
  for (const NodeId by : evidence_.analysis.requirers.row(node)) {
    const ModuleId m = graph_.module_of(by);
    if (!graph_.is_selected(by) || parent_[index(m)] == kNone<ModuleId> ||
        (graph_.is_main(by) && !needs(m, module)))
      continue;
    if (nearest == kNone<ModuleId> || far_[index(m)] < far_[index(nearest)])
      nearest = m;
  }
  if (nearest == kNone<ModuleId>) return evidence_.analysis.chains.to(node);
  std::vector<NodeId> out = to(nearest);
  out.push_back(node);
  return out;
}

// Whether the line of a main module does more than list.
bool BringingChains::needs(ModuleId main, ModuleId module) const {
  const auto row = needed_.dependencies(main);
  return std::find(row.begin(), row.end(), module) != row.end();
}

std::optional<Location> BringingChains::line_of(
    ModuleId module, const std::vector<NodeId>& chain) const {
  const std::string_view path = graph_.path(module);
  if (auto direct = direct_line(evidence_, path)) return direct;
  if (chain.size() < 2) return evidence_.lines.location(path);
  const std::string_view step = graph_.path(chain[1]);
  for (const auto& line : evidence_.lines.of(step))
    if (line.manifest->module &&
        line.manifest->module->path == graph_.path(chain.front()))
      return location_of(*line.manifest, line.requirement->where);
  auto out = evidence_.lines.location(step);
  return out ? out : evidence_.lines.location(path);
}

}  // namespace modgraph
