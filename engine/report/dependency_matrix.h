#pragma once

// Which modules depend on which, as a table: readable where a picture is not.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/report/report.h"

namespace modgraph {

struct MatrixRow {
  std::string name;           // an organisation, or a module in small builds
  std::uint32_t modules = 0;  // in this row
};

/// A dependency structure matrix (D. Steward, 1981): rows come before what they
/// depend on, as far as their cycles allow.
struct DependencyMatrix {
  std::vector<MatrixRow> rows;
  /// Requirements of the selected graph from row to column, row by row; within
  /// a row, on the diagonal.
  std::vector<std::uint32_t> counts;
  /// Of those, the ones between modules that require each other: organisations
  /// may do so without any cycle of modules.
  std::vector<std::uint32_t> on_cycles;
  std::uint64_t cycles = 0;  // of modules
  bool by_organisation = false;

  std::uint32_t at(std::size_t row, std::size_t column) const {
    return counts[row * rows.size() + column];
  }
  bool on_cycle(std::size_t row, std::size_t column) const {
    return on_cycles[row * rows.size() + column] != 0;
  }
};

/// Rows are modules if there are at most `most`, else organisations; if there
/// are more than `most` of those, the smallest share the last row. O(V + E +
/// most^2).
DependencyMatrix dependency_matrix(const Report& report, std::size_t most);

}  // namespace modgraph
