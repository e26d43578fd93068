#pragma once

// The examples that the help of the question commands shows. Each works.

namespace modgraph {

inline constexpr const char* kCyclesExamples = R"(Examples:
  modgraph cycles
      the module or workspace in this folder
  go mod graph | modgraph cycles - --json
)";

inline constexpr const char* kIndirectExamples = R"(Examples:
  modgraph indirect
      the module or workspace in this folder
  go list -deps -test -json ./... | modgraph indirect --packages -
      also which modules give packages, and which give them to tests only
  go mod graph | modgraph indirect - --mod go.mod --json
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
