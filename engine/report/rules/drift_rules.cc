#include <array>

#include "engine/report/rules/families.h"

namespace modgraph {
namespace {

constexpr std::array kRules = {
    Rule{
        "MG2001", "version-drift", Level::kNote,
        "a module is asked for at several versions",
        R"(Minimal version selection takes the highest version that anybody asks for, so
that every other requirer runs with a version that its authors may not have
tested. The further apart the versions are, the more that matters. Requests
for old versions never vanish while the versions that make them are in the
graph: in most graphs this is the normal state, and worth a look only where
something breaks.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.1.0

a.example/log is asked for at v1.1.0 and v1.4.0; the build has v1.4.0.)",
        R"(Nothing has to be done. Raising the requirers that ask for the oldest versions
shortens the list; `modgraph why MODULE` shows who asks for what.)",
        Owner::kDependency},
    Rule{
        "MG2002", "direct-raised", Level::kWarning,
        "the version in go.mod is not the one in the build",
        R"(go.mod states a version, and a dependency asks for a higher one. Who reads
go.mod believes in a version that is not built. The go command corrects such a
line when it may write to go.mod, and refuses to build with -mod=readonly when
the module is one whose go.mod lists all that it needs (go 1.17 and later).)",
        R"(go.mod:       require golang.org/x/net v0.33.0
a.example/b:  require golang.org/x/net v0.38.0

The build has golang.org/x/net v0.38.0.)",
        R"(Write the version that is selected into go.mod: the build list stays as it is.
`go mod tidy`, or the command that the finding shows. To keep the lower one,
the requirer has to be lowered or left.)"},
};

}  // namespace

std::span<const Rule> drift_rules() { return kRules; }

}  // namespace modgraph
