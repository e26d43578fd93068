#pragma once

// Whether what is said of a single component and its cycles is what the
// references say; as plain_agreement.h.

#include <cstdint>
#include <string_view>

#include "engine/analysis/cycles/component_graph.h"
#include "tests/support/reference/cycles.h"
#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

/// A component with weights, as our graph and as the references see it.
struct ComponentSample {
  ComponentGraph graph;
  Weights weights;
  Matrix edges;
};

/// Edges from a vertex to itself weigh 1.
ComponentSample sample_of(const Weights& weights);

/// Whether each vertex reaches each, itself too.
bool is_component(const Matrix& edges);

/// The weight of arcs of the sample.
std::uint64_t weight_of(const ComponentSample& sample,
                        const std::vector<ComponentArc>& arcs);

bool opens_every_loop(const ComponentSample& sample,
                      const std::vector<ComponentArc>& arcs);

std::string_view about_shortest_cycle(const ComponentSample& sample);

/// The feedback arc set with and without a full search, against the `least`
/// weight of one.
std::string_view about_feedback_arc_set(const ComponentSample& sample,
                                        std::uint64_t least);

/// Each step to it on its own: no improvement makes it worse, no bound is too
/// high.
std::string_view about_vertex_orders(const ComponentSample& sample,
                                     std::uint64_t least);

/// All elementary cycles, and all but one.
std::string_view about_enumerated_cycles(const ComponentSample& sample);

}  // namespace modgraph::reference
