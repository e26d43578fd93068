#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kIndirectRules = {
    Rule{
        "MG3001", "heavy-direct", Level::kNote,
        "one direct dependency alone brings many modules",
        R"(All ways from the main modules to these modules lead through one direct
requirement: without it they would have no other reason to be in the build.
Counted are its exclusive weight, itself included, from 10 modules and 1 % of
the build list on. Each of them is downloaded, checked and updated for the
sake of one line. It is a weight, not a promise: only resolving again says
what leaves. Fine where the dependency is what the program is about.)",
        R"(example.com/app -> cloud.example/sdk@v1.8.0
cloud.example/sdk@v1.8.0 -> (14 modules that nothing else requires)

'cloud.example/sdk' alone brings 15 modules into the build, itself included)",
        R"(Look at what is used of it: `modgraph whatif --drop MODULE` shows what would
leave. Often one package could be had from a smaller module, be copied, or move
to a module of its own together with the code that needs it.)"},
    Rule{
        "MG3002", "held-up-by-indirect-line", Level::kWarning,
        "an `// indirect` line alone holds a version up",
        R"(The build has a version that nobody asks for but this line. All modules that
need the dependency ask for a lower one, so their authors may never have tried
the one in the build. Such a line is what `go get -u` or a robot leaves behind.
It keeps its version when everything else moves, and nothing says why. It is
fine to leave where it is there on purpose, for a security fix say; then a
comment on the line tells the next reader.)",
        R"(go.mod:                    require c.example/yaml v1.5.0 // indirect
a.example/log@v1.4.0 ->    c.example/yaml@v1.2.0

Without the line the build would have c.example/yaml v1.2.0.)",
        R"(Raise the requirer to a version that asks for as much: then the line holds
nothing up. Or drop the line (`go mod edit -droprequire=MODULE`, then `go mod
tidy`) if the lower version will do; `modgraph whatif --drop MODULE` shows the
outcome first.)"},
    Rule{
        "MG3003", "stale-indirect", Level::kWarning,
        "`go mod tidy` would remove this `// indirect` line",
        R"(An `// indirect` line has a purpose when a package of the module is part of
the build, its tests, or what those import. With package data (--packages) the
finding says that no package comes from the module. It is a warning where no
module that gives a package leads to it, so that no platform can change that,
and a note where another platform, build tag, or test of a dependency may.
Without package data it is a note too, for lines whose module nothing else in
the graph requires. That the build list would stay as it is proves nothing: a
tidy go.mod of go 1.17 or later lists what it needs on purpose.)",
        R"(go.mod:         require d.example/old v1.0.0 // indirect
graph:          only example.com/app requires d.example/old
packages.json:  no package of d.example/old)",
        R"(Run `go mod tidy`. If the line stays, something on another platform or with
another build tag needs it.)"},
    Rule{
        "MG3004", "test-only", Level::kNote,
        "a module gives packages to tests or tools only",
        R"(No package of the program imports a package of this module; only tests do, or
programs that `tool` lines name. It is not part of what is shipped, which
matters when a vulnerability or a licence in it is judged. It still takes part
in version selection. The answer holds for the build configuration of the
package data (--packages).)",
        R"(example.com/app      imports a.example/log
example.com/app.test imports b.example/assert

'b.example/assert' is here only for tests)",
        R"(Nothing has to be done. Heavy ones can move, with the tests or tools that need
them, to a module of their own.)"},
    Rule{
        "MG3005", "unpruned-closure", Level::kNote,
        "a go < 1.17 dependency opens its whole closure",
        R"(From go 1.17 on a go.mod lists all that its packages need, and the go command
reads no further. A dependency with a lower go line, or none, gives no such
promise: everything that it leads to is loaded, selected or not, used or not.
The finding counts the modules of the build list that one such dependency
alone brings in that way. They are seldom used, but they take part in version
selection.)",
        R"(example.com/app (go 1.22) -> a.example/old@v1.0.0 (go 1.13)
a.example/old@v1.0.0 -> b.example/log@v1.0.0
b.example/log@v1.0.0 -> c.example/deep@v1.0.0

c.example/deep is in the build list for a.example/old alone.)",
        R"(A newer version of the dependency may have go 1.17 or later in its go.mod: ask
for it. If it is no longer cared for, offer its authors `go mod tidy
-go=1.17`, or leave it.)"},
    Rule{
        "MG3006", "left-over-module", Level::kNote,
        "a module is here only because an unselected version asks for it",
        R"(The go command reads the go.mod of every version that somebody asks for, also
of those that a higher version replaces. What only such a version requires
stays in the build list, though nothing that is built requires it. It costs
little: its go.mod is read, its code is not even downloaded. But lists of
dependencies show it, and scanners report on it.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0 -> a.example/log@v1.1.0
a.example/log@v1.1.0 -> c.example/color@v1.0.0

a.example/log v1.4.0 is built and no longer requires c.example/color.)",
        R"(Nothing has to be done. It leaves when the requirers that ask for the old
version (shown by `modgraph why MODULE`) are raised to versions that ask for
the new one.)"},
};

}  // namespace

std::span<const Rule> indirect_rules() { return kIndirectRules; }

}  // namespace modgraph
