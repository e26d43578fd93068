#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

/// The critical path by trying every walk from a root through the condensed
/// graph; a component is named by its smallest vertex.
struct HeaviestWalks {
  std::uint64_t length = 0;
  std::vector<std::size_t> path;  // the smallest of the heaviest
  /// By vertex: the heaviest walk that passes through its component.
  std::vector<std::optional<std::uint64_t>> through;
};

HeaviestWalks heaviest_walks(const Matrix& edges,
                             const std::vector<std::size_t>& roots,
                             const std::vector<std::uint64_t>& weights);

}  // namespace modgraph::reference
