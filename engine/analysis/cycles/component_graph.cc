// How does one component become a small graph of its own, and back?
//
// Each component of two or more vertices is cut out with dense numbers in
// printed order; an arc remembers how many requirements between exact versions
// it stands for. Cost: the size of the components. Tested by
// tests/engine/analysis/cycles/cycles_test.cc and module_agreement_test.cc.

#include "engine/analysis/cycles/component_graph.h"

#include <algorithm>
#include <utility>

namespace modgraph {

ComponentGraph component_graph(std::vector<std::uint32_t> begins,
                               std::vector<ComponentGraph::Arc> arcs,
                               std::vector<std::uint32_t> self_arcs) {
  ComponentGraph out;
  out.vertex_count = static_cast<std::uint32_t>(begins.size() - 1);
  out.outgoing_begin = std::move(begins);
  out.outgoing = std::move(arcs);
  out.self_arcs = std::move(self_arcs);

  // A counting sort by target; sources come out ascending.
  std::vector<std::uint32_t> next(out.vertex_count + 2, 0);
  for (const ComponentGraph::Arc& arc : out.outgoing) ++next[arc.to + 2];
  for (std::size_t v = 2; v < next.size(); ++v) next[v] += next[v - 1];
  out.incoming.resize(out.outgoing.size());
  for (std::uint32_t from = 0; from < out.vertex_count; ++from)
    for (const ComponentGraph::Arc& arc : out.arcs_from(from))
      out.incoming[next[arc.to + 1]++] = {from, arc.weight};
  next.pop_back();
  out.incoming_begin = std::move(next);
  return out;
}

std::string_view cycle_class_name(CycleClass cycle_class) {
  switch (cycle_class) {
    case CycleClass::kVersion:
      return "version";
    case CycleClass::kSelected:
      return "selected";
    case CycleClass::kPath:
      return "path";
  }
  return {};
}

ComponentCutter::ComponentCutter(const ModuleGraph& graph,
                                 CycleClass cycle_class,
                                 std::span<const std::uint32_t> component_of)
    : graph_(graph),
      class_(cycle_class),
      component_of_(component_of),
      local_of_(component_of.size()),
      last_source_(graph.node_count(), kNone<NodeId>) {}

std::uint32_t ComponentCutter::vertex_of(NodeId n) const {
  return static_cast<std::uint32_t>(
      class_ == CycleClass::kVersion ? index(n) : index(graph_.module_of(n)));
}

IdRange<NodeId> ComponentCutter::sources_of(std::uint32_t vertex) const {
  const auto only = [](NodeId n) {
    const auto id = static_cast<std::uint32_t>(n);
    return IdRange<NodeId>(id, id + 1);
  };
  switch (class_) {
    case CycleClass::kVersion:
      return only(NodeId{vertex});
    case CycleClass::kSelected:
      return only(graph_.selected(ModuleId{vertex}));
    case CycleClass::kPath:
      return graph_.versions(ModuleId{vertex});
  }
  return {};
}

ComponentGraph ComponentCutter::cut_out(
    std::span<const std::uint32_t> members) {
  const std::uint32_t component = component_of_[members.front()];
  for (std::uint32_t i = 0; i < members.size(); ++i) local_of_[members[i]] = i;
  if (last_arc_.size() < members.size()) last_arc_.resize(members.size());

  std::vector<ComponentGraph::Arc> arcs;
  std::vector<std::uint32_t> begins{0};
  std::vector<std::uint32_t> self_arcs;
  begins.reserve(members.size() + 1);
  arcs.reserve(members.size());  // a ring has no more
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    // An arc is known when the one remembered for its target is of this row:
    // what is left of other rows and components fails the test.
    const auto add = [&](std::uint32_t to) {
      const std::uint32_t known = last_arc_[to];
      if (known >= begins[i] && known < arcs.size() && arcs[known].to == to) {
        ++arcs[known].weight;
      } else {
        last_arc_[to] = static_cast<std::uint32_t>(arcs.size());
        arcs.push_back({to, 1});
      }
    };
    for (NodeId source : sources_of(members[i])) {
      for (NodeId target : graph_.requirements(source)) {
        const std::uint32_t vertex = vertex_of(target);
        if (component_of_[vertex] != component) continue;
        if (last_source_[index(target)] == source) continue;  // a repeat
        last_source_[index(target)] = source;
        if (vertex != members[i])
          add(local_of_[vertex]);
        else if (class_ == CycleClass::kVersion)
          self_arcs.push_back(i);
      }
    }
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  return component_graph(std::move(begins), std::move(arcs),
                         std::move(self_arcs));
}

std::vector<Edge<NodeId>> ComponentCutter::exact_edges(
    std::span<const std::uint32_t> members,
    const std::vector<ComponentArc>& arcs) const {
  const std::uint32_t component = component_of_[members.front()];
  std::vector<Edge<NodeId>> out;
  std::vector<bool> wanted(members.size(), false);  // by local vertex
  for (auto row = arcs.begin(); row != arcs.end();) {
    const auto end = std::find_if(row, arcs.end(), [&](const ComponentArc& a) {
      return a.from != row->from;
    });
    for (auto arc = row; arc != end; ++arc) wanted[arc->to] = true;
    for (NodeId source : sources_of(members[row->from])) {
      const auto first = static_cast<std::ptrdiff_t>(out.size());
      for (NodeId target : graph_.requirements(source)) {
        const std::uint32_t vertex = vertex_of(target);
        if (component_of_[vertex] == component && wanted[local_of_[vertex]])
          out.push_back({source, target});
      }
      std::sort(out.begin() + first, out.end());
    }
    for (; row != end; ++row) wanted[row->to] = false;
  }
  // Modules ascend, so their rows do too; versions need not.
  if (!std::is_sorted(out.begin(), out.end()))
    std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace modgraph
