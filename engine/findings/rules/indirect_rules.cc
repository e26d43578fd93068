#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kIndirectRules = {
    Rule{
        "MG3001", "heavy-direct", Level::kNote,
        "one direct dependency brings in many modules",
        R"(All paths from the main modules to these modules lead through one direct
requirement: without it they would have no other reason to be in the build.
Reported from 10 modules and 1 % of the build list on, the dependency itself
included. Each of them is downloaded, checked and updated because of one
line. This is a weight, not a promise: only resolving again shows what
leaves. Fine where the dependency is what the program is about.)",
        R"(example.com/app -> cloud.example/sdk@v1.8.0
cloud.example/sdk@v1.8.0 -> (14 modules that nothing else requires)

'cloud.example/sdk' alone brings 15 modules into the build, itself included)",
        R"(See what your code uses of it; `modgraph whatif --drop MODULE` shows what
would change without it. Often a smaller module has the package that is
needed, the package can be copied, or it can move to a module of its own
together with the code that needs it.)"},
    Rule{
        "MG3002", "held-up-by-indirect-line", Level::kWarning,
        "only an `// indirect` line keeps this version",
        R"(Only this line requires the selected version. All other modules that need
the dependency require a lower one, so their authors may not have tested the
selected one. Such lines come from `go get -u`, from update bots, or from
somebody who wanted a security fix. They keep their version when everything
else moves, and nothing says why. Leave a line that is there on purpose,
with a comment for the next reader.)",
        R"(go.mod:                    require c.example/yaml v1.5.0 // indirect
a.example/log@v1.4.0 ->    c.example/yaml@v1.2.0

Without the line, c.example/yaml v1.2.0 would be selected.)",
        R"(First find out whether the higher version is there on purpose: dropping the
line undoes a security fix that came with it. If it is, raise the module
that requires the lower version to one that requires as much. If it is not,
drop the line (`go mod edit -droprequire=MODULE`, then `go mod tidy`);
`modgraph whatif --drop MODULE` shows the effect beforehand.)"},
    Rule{
        "MG3003", "stale-indirect", Level::kWarning,
        "`go mod tidy` would remove this `// indirect` line",
        R"(An `// indirect` line is needed when the build, its tests, or what these
import use a package of the module. With package data (--packages) the
finding means that they use none. It is a warning where no module with
packages in the build leads to it, so that no platform can change that, and
a note where another platform, build tag, or test of a dependency may.
Without package data it is a note too, for lines whose module nothing else
in the graph requires. An unchanged build list alone is no reason: a tidy
go.mod of go 1.17 or later lists everything it needs.)",
        R"(go.mod:         require d.example/old v1.0.0 // indirect
graph:          only example.com/app requires d.example/old
packages.json:  no package of d.example/old)",
        R"(Run `go mod tidy`. If the line stays, another platform or build tag needs
it.)"},
    Rule{
        "MG3004", "test-only", Level::kNote, "only tests or tools use a module",
        R"(No package of the program imports a package of this module; only tests do,
or programs that `tool` lines name. It is not part of what is shipped, which
matters for vulnerabilities and licences. It still takes part in version
selection. This holds for the build configuration of the package data
(--packages).)",
        R"(example.com/app      imports a.example/log
example.com/app.test imports b.example/assert

'b.example/assert' is used by tests only)",
        R"(Nothing has to be done. A heavy one can move to a module of its own, with
the tests or tools that need it.)"},
    Rule{
        "MG3005", "unpruned-closure", Level::kNote,
        "the graph is not pruned below a dependency with go < 1.17",
        R"(From go 1.17 on, a go.mod lists everything that its packages need, and the
go command prunes the graph below it. A dependency with a lower go line, or
none, gives no such promise: everything that it leads to is loaded, selected
or not, used or not. The finding counts the modules that are in the build
list only because of one such dependency. They are rarely used, but they
take part in version selection.)",
        R"(example.com/app (go 1.22) -> a.example/old@v1.0.0 (go 1.13)
a.example/old@v1.0.0 -> b.example/log@v1.0.0
b.example/log@v1.0.0 -> c.example/deep@v1.0.0

c.example/deep is in the build list only because of a.example/old.)",
        R"(A newer version of the dependency may have go 1.17 or later in its go.mod:
update to it. Otherwise send its authors the result of `go mod tidy
-go=1.17`, or leave it.)"},
    Rule{
        "MG3006", "left-over-module", Level::kNote,
        "only unselected versions require a module",
        R"(The go command reads the go.mod of every required version, even if a higher
one is selected. What only an unselected version requires stays in the build
list, although nothing that is built requires it. It costs little: its
go.mod is read, its code is not even downloaded. But lists of dependencies
show it, and scanners report it.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0 -> a.example/log@v1.1.0
a.example/log@v1.1.0 -> c.example/color@v1.0.0

a.example/log v1.4.0 is selected and no longer requires c.example/color.)",
        R"(Nothing has to be done. It leaves the build list when the modules that
require the old version (`modgraph why MODULE` names them) are raised to
versions that require the new one.)"},
};

}  // namespace

std::span<const Rule> indirect_rules() { return kIndirectRules; }

}  // namespace modgraph
