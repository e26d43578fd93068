#pragma once

// Projects with go.mod and go.work files, from texts.

#include <string_view>

#include "engine/model/project.h"

namespace modgraph::test {

/// The graph of module_graph(), without files.
Project graph_project(std::string_view graph);

/// The graph of module_graph(), with the files that begin with "module" or "go"
/// and are separated by " | "; "; " ends a line:
///   project_with("A: B1 | B1: C1", "module A; replace B v1.0.0 => ../b")
/// A file without a module line is the go.work. Files are named go.mod (then
/// 1/go.mod ...) and go.work.
Project project_with(std::string_view graph, std::string_view files);

}  // namespace modgraph::test
