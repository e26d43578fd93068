#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

/// By vertex: whether some root reaches it when `without` is deleted.
std::vector<bool> reached(const Matrix& edges,
                          const std::vector<std::size_t>& roots,
                          std::optional<std::size_t> without = {});

/// dominates[d][v]: v is reached, but no longer when d is deleted (d itself
/// included).
Matrix dominates(const Matrix& edges, const std::vector<std::size_t>& roots);

/// The nearest dominator of v other than v; none when there is none.
std::optional<std::size_t> immediate_dominator(const Matrix& dominates,
                                               std::size_t v);

}  // namespace modgraph::reference
