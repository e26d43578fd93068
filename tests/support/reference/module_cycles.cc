#include "tests/support/reference/module_cycles.h"

#include <algorithm>
#include <map>
#include <optional>

namespace modgraph::reference {
namespace {

std::string path_of(const std::string& name) {
  return name.substr(0, name.find('@'));
}

// What the vertex of a name is called in a class.
std::string vertex_name(const std::string& cycle_class,
                        const std::string& name) {
  return cycle_class == "version" ? name : path_of(name);
}

std::set<NamedEdge> all_requirements(const ModuleGraph& graph) {
  std::set<NamedEdge> out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      if (graph.kind(graph.module_of(from)) == ModuleKind::kModule &&
          graph.kind(graph.module_of(to)) == ModuleKind::kModule)
        out.insert({graph.name(from), graph.name(to)});
  return out;
}

std::set<std::string> selected_names(const ModuleGraph& graph) {
  std::set<std::string> out;
  for (ModuleId m : graph.modules()) out.insert(graph.name(graph.selected(m)));
  return out;
}

// A graph over the names that occur in the requirements of a class.
struct NamedGraph {
  std::vector<std::string> names;  // ascending
  Matrix edges;

  std::size_t vertex(const std::string& name) const {
    return static_cast<std::size_t>(
        std::lower_bound(names.begin(), names.end(), name) - names.begin());
  }
};

NamedGraph named_graph(const std::string& cycle_class,
                       const std::set<NamedEdge>& requirements) {
  std::set<std::string> names;
  for (const auto& [from, to] : requirements) {
    names.insert(vertex_name(cycle_class, from));
    names.insert(vertex_name(cycle_class, to));
  }
  NamedGraph out{{names.begin(), names.end()}, {}};
  out.edges.assign(names.size(), std::vector<bool>(names.size(), false));
  for (const auto& [from, to] : requirements) {
    const std::size_t v = out.vertex(vertex_name(cycle_class, from));
    const std::size_t w = out.vertex(vertex_name(cycle_class, to));
    if (v != w || cycle_class == "version") out.edges[v][w] = true;
  }
  return out;
}

// Those between members.
std::set<NamedEdge> within(const std::string& cycle_class,
                           const std::set<NamedEdge>& requirements,
                           const std::vector<std::string>& members) {
  std::set<NamedEdge> out;
  const auto is_member = [&](const std::string& name) {
    return std::binary_search(members.begin(), members.end(),
                              vertex_name(cycle_class, name));
  };
  for (const auto& e : requirements)
    if (is_member(e.first) && is_member(e.second)) out.insert(e);
  return out;
}

std::vector<std::string> shortest_loop_of(const NamedCycle& cycle) {
  const NamedGraph graph = named_graph(cycle.cycle_class, cycle.requirements);
  std::vector<std::string> out;
  for (std::size_t v : smallest_shortest_cycle(graph.edges))
    out.push_back(graph.names[v]);
  return out;
}

std::vector<NamedCycle> cycles_of_class(
    const std::string& cycle_class, const std::set<NamedEdge>& requirements) {
  const NamedGraph graph = named_graph(cycle_class, requirements);
  const std::vector<std::size_t> component = components(graph.edges);
  std::vector<NamedCycle> out;
  for (std::size_t first = 0; first < graph.names.size(); ++first) {
    if (component[first] != first) continue;
    NamedCycle cycle{cycle_class, {}, {}, {}};
    for (std::size_t v = 0; v < graph.names.size(); ++v)
      if (component[v] == first) cycle.members.push_back(graph.names[v]);
    if (cycle.members.size() == 1 && !graph.edges[first][first]) continue;
    cycle.requirements = within(cycle_class, requirements, cycle.members);
    cycle.shortest_cycle = shortest_loop_of(cycle);
    out.push_back(std::move(cycle));
  }
  return out;
}

std::set<std::string> paths_of(const std::vector<std::string>& names) {
  std::set<std::string> out;
  for (const std::string& name : names) out.insert(path_of(name));
  return out;
}

}  // namespace

std::vector<NamedCycle> module_cycles(const ModuleGraph& graph) {
  const std::set<NamedEdge> all = all_requirements(graph);
  const std::set<std::string> selected = selected_names(graph);
  std::set<NamedEdge> from_selected;
  for (const auto& e : all)
    if (selected.count(e.first) > 0) from_selected.insert(e);

  std::vector<NamedCycle> out = cycles_of_class("version", all);
  std::set<std::set<std::string>> told;
  for (const NamedCycle& c : out)
    if (std::all_of(c.members.begin(), c.members.end(),
                    [&](const auto& name) { return selected.count(name) > 0; }))
      told.insert(paths_of(c.members));
  std::set<std::set<std::string>> told_by_selected;
  for (NamedCycle& c : cycles_of_class("selected", from_selected)) {
    told_by_selected.insert(paths_of(c.members));
    if (told.count(paths_of(c.members)) == 0) out.push_back(std::move(c));
  }
  for (NamedCycle& c : cycles_of_class("path", all))
    if (told_by_selected.count(paths_of(c.members)) == 0)
      out.push_back(std::move(c));
  return out;
}

Weights feedback_weights(const NamedCycle& cycle) {
  Weights out(cycle.members.size(),
              std::vector<std::uint64_t>(cycle.members.size(), 0));
  const NamedGraph names{cycle.members, {}};
  for (const auto& [from, to] : cycle.requirements) {
    const std::size_t v = names.vertex(vertex_name(cycle.cycle_class, from));
    const std::size_t w = names.vertex(vertex_name(cycle.cycle_class, to));
    if (v != w || cycle.cycle_class == "version") ++out[v][w];
  }
  return out;
}

bool is_broken_by(const NamedCycle& cycle, const std::set<NamedEdge>& removed) {
  std::set<NamedEdge> left;
  for (const auto& e : cycle.requirements)
    if (removed.count(e) == 0) left.insert(e);
  return has_no_loop(named_graph(cycle.cycle_class, left).edges);
}

}  // namespace modgraph::reference
