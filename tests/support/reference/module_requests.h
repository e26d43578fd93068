#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph::reference {

/// Printed names, bytewise ascending.
std::vector<std::string> printed_names(const ModuleGraph& graph);

/// Who asks for a version, by the printed names of both.
std::map<std::string, std::set<std::string>> requirers(
    const ModuleGraph& graph);

/// "path: v1.0.0 <- a b@v1.0.0; v1.1.0 <- c@v1.0.0 => v1.1.0" for every module
/// that is asked for at several versions.
std::vector<std::string> drift_lines(const ModuleGraph& graph);

/// The smallest shortest chain from a main module, compared id by id; empty
/// when there is none. Every chain up to that length is tried.
std::vector<NodeId> smallest_shortest_chain(const ModuleGraph& graph,
                                            NodeId target);

}  // namespace modgraph::reference
