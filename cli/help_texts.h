#pragma once

// The examples that help shows. Each of them works.

namespace modgraph {

inline constexpr const char* kExamples = R"(Examples:
  go mod graph | modgraph analyze -
      findings about the graph on standard input
  modgraph analyze --graph graph.txt --mod go.mod -f text -f svg:graph.svg
      one run, two answers: findings to read, a picture to show
  modgraph analyze
      the module or workspace in this folder, from its module cache
)";

inline constexpr const char* kAnalyzeExamples = R"(Examples:
  modgraph analyze examples/storefront
      a folder whose .modgraph.yaml names the inputs
  modgraph analyze
      resolves the module or workspace in this folder, offline
  go mod graph | modgraph analyze - --mod go.mod
      the graph from standard input, findings point at lines of go.mod
  modgraph analyze --graph graph.txt --mod go.mod --list list.json \
      -f text -f json:report.json -f dot:graph.dot -f svg:graph.svg
      one analysis, four outputs
  modgraph analyze -f svg:drift.svg --finding MG2001:golang.org/x/net
      a picture of one finding
  modgraph analyze --go --fail-on warning -A MG1003
      ask the go command; exit 1 on warnings; never mention path cycles

Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or settings,
3 input, environment or writing.
Every long option is also a variable: --fail-on is MODGRAPH_FAIL_ON.
)";

inline constexpr const char* kGraphExamples = R"(Examples:
  modgraph graph
      the bytes of `go mod graph`, without the go command
  modgraph graph path/to/module --modcache /mirror/pkg/mod
  modgraph graph --reduce
      the build alone, without what longer chains say anyway
  modgraph graph --focus golang.org/x/net --reverse --depth 2 -f svg:net.svg
      a picture of what requires it, two steps far
  modgraph graph --selected -f csv:build.csv
)";

inline constexpr const char* kListExamples = R"(Examples:
  modgraph list
      the bytes of `go list -m all`, without the go command
  modgraph list --json | jq -r 'select(.Indirect | not) | .Path'
      the bytes of `go list -m -json all`
  go mod graph | modgraph list -
)";

inline constexpr const char* kWhyExamples = R"(Examples:
  modgraph why golang.org/x/net
      why it is in the build, and why at this version
  modgraph why golang.org/x/net@v0.33.0 --json
      why this version is in the graph, as data
  modgraph why golang.org/x/net --graph graph.txt --mod go.mod
  modgraph why golang.org/x/net -f svg:why.svg \
      --link-template 'https://pkg.go.dev/{module}'
      the same as a picture whose boxes are links
)";

inline constexpr const char* kWhatifExamples = R"(Examples:
  modgraph whatif --drop golang.org/x/net
      what leaves the build, or moves, without that requirement
  modgraph whatif --require golang.org/x/net@v0.38.0 --json
  modgraph whatif --replace golang.org/x/net=../net --apply
      and write go.mod, as `go mod edit` would
  modgraph whatif --drop golang.org/x/net -f svg:without-net.svg
      the difference as a picture
Nothing is fetched: a version whose go.mod is not in the module cache is named.
)";

}  // namespace modgraph
