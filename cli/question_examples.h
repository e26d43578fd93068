#pragma once

// The examples that the help of the question commands shows. Each works.

namespace modgraph {

inline constexpr const char* kCyclesExamples = R"(Examples:
  modgraph cycles
      the module or workspace in this folder
  modgraph cycles --enumerate 100
      and up to a hundred loops of each cycle
  go mod graph | modgraph cycles - --json
)";

inline constexpr const char* kVendorExamples = R"(Examples:
  modgraph vendor
      modules with 3 points or more, each reason with its points; and whether
      vendor/modules.txt fits go.mod, if there is one
  modgraph vendor --min-points 1 --json
  modgraph vendor --graph graph.txt --mod go.mod --list list.json
      with deprecations and retractions: go list -m -u -json all > list.json
)";

inline constexpr const char* kCriticalExamples = R"(Examples:
  modgraph critical
      the longest chain of requirements, and who has slack
  modgraph critical --weight bytes
      the heaviest one, by the module cache
  go build -a -debug-actiongraph=actions.json ./...
  modgraph critical --timings actions.json
      what every build has to wait for, and which modules are bottlenecks
  modgraph critical --weight download --timings seconds.csv --json
)";

inline constexpr const char* kRankExamples = R"(Examples:
  modgraph rank
      the modules that most others require
  modgraph rank --by exclusive --top 5
      what brings most along that nothing else needs
  go mod graph | modgraph rank --by betweenness - --json
)";

inline constexpr const char* kCutExamples = R"(Examples:
  modgraph cut golang.org/x/net
      the fewest requirements that hold it, ours and those of dependencies
  go mod graph | modgraph cut golang.org/x/net - --json
)";

inline constexpr const char* kIndirectExamples = R"(Examples:
  modgraph indirect
      the module or workspace in this folder
  go list -deps -test -json ./... | modgraph indirect --packages -
      also which modules give packages, and which give them to tests only
  go mod graph | modgraph indirect - --mod go.mod --json
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
