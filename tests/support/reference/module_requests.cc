#include "tests/support/reference/module_requests.h"

#include <algorithm>

namespace modgraph::reference {

std::vector<std::string> printed_names(const ModuleGraph& graph) {
  std::vector<std::string> out;
  for (NodeId n : graph.nodes()) out.push_back(graph.name(n));
  std::sort(out.begin(), out.end());
  return out;
}

std::map<std::string, std::set<std::string>> requirers(
    const ModuleGraph& graph) {
  std::map<std::string, std::set<std::string>> out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      out[graph.name(to)].insert(graph.name(from));
  return out;
}

std::vector<std::string> drift_lines(const ModuleGraph& graph) {
  const auto asking = requirers(graph);
  std::vector<std::string> out;
  for (ModuleId m : graph.modules()) {
    if (graph.path(m) == "go" || graph.path(m) == "toolchain") continue;
    std::string line(graph.path(m));
    std::size_t versions = 0;
    for (NodeId n : graph.versions(m)) {
      const auto by = asking.find(graph.name(n));
      if (by == asking.end()) continue;
      line += (versions++ == 0 ? ": " : "; ") + std::string(graph.version(n));
      line += " <-";
      for (const std::string& name : by->second) line += " " + name;
    }
    line += " => " + std::string(graph.version(graph.selected(m)));
    if (versions >= 2) out.push_back(line);
  }
  return out;
}

std::vector<NodeId> smallest_shortest_chain(const ModuleGraph& graph,
                                            NodeId target) {
  std::vector<std::vector<NodeId>> chains;
  for (NodeId main : graph.mains()) chains.push_back({main});
  for (std::size_t length = 0; length < graph.node_count(); ++length) {
    std::vector<NodeId> best;
    std::vector<std::vector<NodeId>> longer;
    for (const std::vector<NodeId>& chain : chains) {
      if (chain.back() == target && (best.empty() || chain < best))
        best = chain;
      for (NodeId to : graph.requirements(chain.back())) {
        if (std::find(chain.begin(), chain.end(), to) != chain.end()) continue;
        longer.push_back(chain);
        longer.back().push_back(to);
      }
    }
    if (!best.empty()) return best;
    chains = std::move(longer);
  }
  return {};
}

}  // namespace modgraph::reference
