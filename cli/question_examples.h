#pragma once

// The examples that the help of the question commands shows. Each works.

namespace modgraph {

inline constexpr const char* kCyclesExamples = R"(Examples:
  modgraph cycles
      the module or workspace in this folder
  go mod graph | modgraph cycles - --json
)";

}  // namespace modgraph
