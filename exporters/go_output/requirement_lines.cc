#include "exporters/go_output/requirement_lines.h"

#include <string>
#include <vector>

namespace modgraph {

void write_requirement_lines(const ModuleGraph& graph,
                             std::span<const NodeId> roots, Sink& out) {
  std::vector<char> seen(graph.node_count());
  std::vector<NodeId> queue;
  queue.reserve(graph.node_count());
  const auto visit = [&](NodeId n) {
    if (seen[index(n)] != 0) return;
    seen[index(n)] = 1;
    queue.push_back(n);
  };
  for (const NodeId root : roots) visit(root);
  std::string from;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const auto requirements = graph.requirements(queue[at]);
    if (requirements.empty()) continue;
    from = graph.name(queue[at]) + " ";
    for (const NodeId r : requirements) {
      visit(r);
      out.put(from).put(graph.path(r));
      if (!graph.is_main(r)) out.put("@").put(graph.version(r));
      out.put('\n');
    }
  }
}

void write_requirement_lines(const RequirementWalk& walk, Sink& out) {
  std::string from;
  for (std::size_t v = 0; v < walk.vertices.size(); ++v) {
    const auto requirements = walk.requirements(v);
    if (requirements.empty()) continue;
    const ModuleVersion& m = *walk.vertices[v];
    from = m.path;
    if (!m.version.empty()) from.append("@").append(m.version);
    from += ' ';
    for (const std::uint32_t r : requirements) {
      const ModuleVersion& to = *walk.vertices[r];
      out.put(from).put(to.path);
      if (!to.version.empty()) out.put("@").put(to.version);
      out.put('\n');
    }
  }
}

void write_requirement_lines(const ModuleGraph& graph, const GraphPart& part,
                             Sink& out) {
  for (const NodeId n : part.nodes) {
    const auto requirements = part.requirements.dependencies(n);
    if (requirements.empty()) continue;
    const std::string from = graph.name(n);
    for (const NodeId to : requirements)
      out.put(from).put(" ").put(graph.name(to)).put("\n");
  }
}

}  // namespace modgraph
