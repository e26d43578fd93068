#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kInputRules = {
    Rule{
        "MG8001", "stale-graph", Level::kError,
        "go.mod requires what is not in the graph",
        R"(The graph text and the go.mod file should belong together, but go.mod
requires a module or a version that is not in the graph. One of the two is
out of date. Findings about lines of go.mod may be about another build.)",
        R"(go.mod:  require a.example/log v1.5.0
graph:   example.com/app a.example/log@v1.4.0)",
        R"(Run `go mod graph` again, in the folder of this go.mod, at this revision.)"},
    Rule{
        "MG8002", "list-disagrees", Level::kError,
        "the module list and the graph select different versions",
        R"(`go list -m` printed a version other than the one that minimal version
selection finds in the graph. The two were recorded at different revisions,
or with different settings (-mod, GOFLAGS, GOWORK).)",
        R"(graph:  example.com/app a.example/log@v1.4.0
list:   {"Path": "a.example/log", "Version": "v1.3.0"})",
        R"(Record both again, in the same folder and with the same settings.)"},
    Rule{
        "MG8003", "other-main-module", Level::kError,
        "the inputs describe different main modules",
        R"(The main module of one input is not a main module of the other. Most likely,
files of two repositories were mixed up.)",
        R"(graph:   example.com/app a.example/log@v1.4.0
go.mod:  module example.com/tool)",
        R"(Name the files of one module, or all members of one workspace.)"},
    Rule{
        "MG8004", "unfinished-line", Level::kWarning,
        "the graph text ends inside a line and may be cut off",
        R"(The last line has no newline. The output of `go mod graph` ends with one, so
the text was cut off, or edited by a program that drops it. Whatever was cut
off is missing from every answer, and the result is marked partial.)",
        R"(example.com/app a.example/log@v1.4.0
example.com/app b.exam)",
        R"(Record the graph again, and check that the command succeeded.)"},
    Rule{
        "MG8005", "stale-go-mod", Level::kError,
        "go.mod has no line for a requirement of the graph",
        R"(The graph has a requirement of the main module that its go.mod file does not
have: go.mod is older or newer than the graph.)",
        R"(graph:   example.com/app a.example/log@v1.4.0
go.mod:  no line for a.example/log)",
        R"(Run `go mod graph` again, in the folder of this go.mod, at this revision.)"},
    Rule{
        "MG8006", "packages-disagree", Level::kError,
        "the package data belongs to another build than the graph",
        R"(`go list -deps -test -json` found packages in modules or versions that are
not selected in the graph; or it lists no package of the main module, or not
everything that is imported. It was recorded at another revision, for
another module, or was cut off. The package data is ignored, and the result
is marked partial; other answers are not affected.)",
        R"(graph:     example.com/app a.example/log@v1.4.0
packages:  {"ImportPath": "a.example/log",
            "Module": {"Path": "a.example/log", "Version": "v1.3.0"}})",
        R"(Record both again, in the same folder:
go mod graph > graph.txt
go list -deps -test -json ./... > packages.json)"},
    Rule{
        "MG8008", "timings-disagree", Level::kWarning,
        "the timings belong to another build than the graph",
        R"(The timings (--timings) have packages whose module is not in the graph, a
module at a version other than the selected one, or refer to actions that
are not in the file. They were recorded at another revision, or were cut
off. Times without a module of the graph are not counted, so the longest
chain may be another one, and the result is marked partial. Packages of the
standard library belong to no module and are not reported.)",
        R"(timings:  {"ID": 7, "Mode": "build", "Package": "b.example/gone/x", ...}
graph:    example.com/app a.example/log@v1.4.0)",
        R"(Record both at one revision: `go mod graph`, and `go build -a
-debug-actiongraph=actions.json ./...`.)"},
};

}  // namespace

std::span<const Rule> input_rules() { return kInputRules; }

}  // namespace modgraph
