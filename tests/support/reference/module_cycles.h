#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/module_graph.h"
#include "tests/support/reference/cycles.h"

namespace modgraph::reference {

/// A requirement between exact versions, by printed names.
using NamedEdge = std::pair<std::string, std::string>;

/// A cycle straight from its definition, in printed names.
struct NamedCycle {
  std::string cycle_class;
  std::vector<std::string> members;  // ascending
  std::vector<std::string> shortest_cycle;
  /// The requirements that the class looks at and that run between members.
  std::set<NamedEdge> requirements;
};

/// All of them, in the order of the report.
std::vector<NamedCycle> module_cycles(const ModuleGraph& graph);

/// How often each pair of members is required: the weights of a feedback arc
/// sets.
Weights feedback_weights(const NamedCycle& cycle);

/// Whether the members have no cycle when `removed` is taken from what the
/// class looks at.
bool is_broken_by(const NamedCycle& cycle, const std::set<NamedEdge>& removed);

}  // namespace modgraph::reference
