#pragma once

// The examples that the help of the question commands shows. Each works.

namespace modgraph {

inline constexpr const char* kCyclesExamples = R"(Examples:
  modgraph cycles
      the module or workspace in this folder
  go mod graph | modgraph cycles - --json
)";

inline constexpr const char* kDriftExamples = R"(Examples:
  modgraph drift
      the module or workspace in this folder
  modgraph drift --list updates.json --graph graph.txt --mod go.mod
      with what `go list -m -u -json all` says: retracted, deprecated, outdated
  go mod graph | modgraph drift - --json
)";

inline constexpr const char* kSuggestExamples = R"(Examples:
  modgraph suggest
      what to do about errors and warnings, each edit resolved first
  modgraph suggest --all -f script > edits.sh
      notes too, as commands to read and to run
  modgraph suggest --apply
      write go.mod, as these commands would
  modgraph suggest --mirror github.com/acme=mirror.example.com/acme
      replacements for every module of a place, checked
)";

}  // namespace modgraph
