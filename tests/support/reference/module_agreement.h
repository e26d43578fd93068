#pragma once

// Whether what the analyses say of a module graph is what the references say,
// in printed names; as plain_agreement.h.

#include <string_view>
#include <vector>

#include "engine/analysis/cycles/cycles.h"
#include "engine/model/module_graph.h"

namespace modgraph::reference {

/// `found` is what find_cyclic_components() says. Feedback arc sets are held
/// to the minimum in components of up to `most_members`: every order of them is
/// tried.
std::string_view about_module_cycles(const ModuleGraph& graph,
                                     const std::vector<CyclicComponent>& found,
                                     std::size_t most_members = 6);

/// The printed order, the requirers of each version, and drift.
std::string_view about_requests(const ModuleGraph& graph);

/// The shortest chain to each node.
std::string_view about_shortest_chains(const ModuleGraph& graph);

}  // namespace modgraph::reference
