#pragma once

// Requirement graphs of any size with the shape of real ones, for benchmarks.
//
// The shape was measured on the requirement graphs of 18 published modules
// (38 to 9,028 requirements): see bench/README.md. It is fixed: another shape
// makes every table of figures a different one.

#include <cstdint>
#include <string>

#include "engine/model/module_graph.h"

namespace modgraph::bench {

struct Shape {
  std::uint64_t requirements = 100'000;
  std::uint64_t seed = 1;
  /// Versions per module: 1 + a geometric tail; real graphs have 1.9 to 3.3.
  double versions_per_module = 2.6;
  /// Requirements of an open vertex: log-normal, median 4, 90 % below 19.
  double median_requirements = 4;
  double sigma_requirements = 1.2;
  /// Share of vertices that have requirements (others are closed): 0.15-0.6.
  double open_share = 0.45;
  /// Share of requirements that lead back and close cycles: 0.001-0.005.
  double back_share = 0.002;
};

/// `go mod graph` text: sources in breadth-first order, sorted within a row,
/// one main module. Names are 41 bytes long on average, lines about 80.
std::string graph_text(const Shape& shape);

/// The same, imported.
ModuleGraph graph(const Shape& shape);

/// What was really generated, one line: for benchmark output and tables.
std::string describe(const std::string& text);

}  // namespace modgraph::bench
