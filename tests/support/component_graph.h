#pragma once

// A component from a text, so that a test case is one line.
//
//   component_graph("a: b c3 | b: a | c: c a")
//     Vertices are single letters, numbered by the alphabet. "c3" is an arc of
//     weight 3; without a number the weight is 1. "c: c" is a self-arc.

#include <string_view>

#include "engine/analysis/cycles/component_graph.h"

namespace modgraph::test {

ComponentGraph component_graph(std::string_view text);

}  // namespace modgraph::test
