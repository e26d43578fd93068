#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kIndirectRules = {
    Rule{
        "MG3001", "heavy-direct", Level::kNote,
        "one direct dependency brings in many modules",
        R"(One line of go.mod, with the `// indirect` lines that only it needs, brings
these modules into the build: without them they leave, as `modgraph whatif
--drop MODULE --orphans` shows one by one. Reported from 10 modules and 1 %
of the build list on, the dependency itself included. Each of them is
downloaded, checked and updated because of one line. Of recorded graph text
the finding counts the modules that nothing else leads to. Fine where the
dependency is what the program is about.)",
        R"(example.com/app -> cloud.example/sdk@v1.8.0
cloud.example/sdk@v1.8.0 -> (14 modules that nothing else requires)

Without 'cloud.example/sdk' and the `// indirect` lines that only it needs,
15 modules would leave the build.)",
        R"(See what your code uses of it; `modgraph whatif --drop MODULE` shows what
would change without it. Often a smaller module has the package that is
needed, the package can be copied, or it can move to a module of its own
together with the code that needs it.)"},
    Rule{
        "MG3002", "pinned-ahead", Level::kNote,
        "only an `// indirect` line keeps this version",
        R"(Only this line requires the selected version. All other modules that need
the dependency require a lower one, so their authors may not have tested the
selected one. Such lines come from `go get -u`, from update bots, or from
somebody who wanted a security fix. Dropping one lowers the version, so no
edit is suggested. A reason on the line (`// indirect; CVE-2026-1234`, or a
comment above it) answers the question, and ends the note.)",
        R"(go.mod:                    require c.example/yaml v1.5.0 // indirect
a.example/log@v1.4.0 ->    c.example/yaml@v1.2.0

Without the line, c.example/yaml v1.2.0 would be selected.)",
        R"(Nothing has to be done. If the version is there on purpose, say so on the
line. The line is no longer needed once the module that requires the lower
version is raised to one that requires as much; `modgraph whatif --drop
MODULE` shows what dropping it would lower.)"},
    Rule{
        "MG3003", "stale-indirect", Level::kWarning,
        "`go mod tidy` would remove this `// indirect` line",
        R"(An `// indirect` line is needed when the build, its tests, or what these
import use a package of the module. With package data (--packages) the
finding means that they use none. It is a warning where no module with
packages in the build leads to it, so that no platform can change that, and
a note where another platform, build tag, or test of a dependency may.
Without package data it is a note too, for lines whose module nothing else
in the graph requires and of which vendor/modules.txt has no package. It is
not said of a graph that is not known in full. An unchanged build list alone
is no reason: a tidy go.mod of go 1.17 or later lists everything it needs.)",
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
    Rule{
        "MG3007", "unused-direct", Level::kWarning,
        "no package of a directly required module is used",
        R"(go.mod requires the module without `// indirect`, and no package of this
build, of its tests or of its tools comes from it. `go mod tidy` removes such
a line, unless a file for another platform or with a build tag imports the
module. Known only with package data (--packages).)",
        R"(go.mod:         require example.com/unused v1.0.0
packages.json:  no package of example.com/unused)",
        R"(Run `go mod tidy`. If the line stays, a file that this build leaves out needs
it.)"},
    Rule{
        "MG3008", "wrong-indirect-comment", Level::kWarning,
        "an `// indirect` line is of a module that our code imports",
        R"(The comment `// indirect` says that only dependencies import the module, but
a package of a main module does. `go mod tidy` takes the comment away. Until
then tools that treat direct and indirect requirements differently (update
bots, licence checks, this one) take the module for somebody else's. Known
only with package data (--packages).)",
        R"(go.mod:         require example.com/log v1.2.0 // indirect
packages.json:  example.com/app imports example.com/log

`go mod tidy` would remove the comment.)",
        R"(Run `go mod tidy`, or take the comment away.)"},
    Rule{
        "MG3009", "ambiguous-import", Level::kError,
        "two modules of the build have the same package",
        R"(A package path can belong to several modules: example.com/m with a folder
codec, and the module example.com/m/codec. When versions of both that have
the package are in the build, the go command does not choose, and refuses:
"ambiguous import: found package in multiple modules". This happens when a
folder becomes a module of its own, and something still requires a version
of the outer module from before.

It is an error where package data (--packages) have the import that fails.
Without them the archives and folders of the module cache are looked at, and
folders that replace modules: a warning says that whatever is imported from the
inner module is ambiguous, because the outer one has all its packages, or that a
main module's own packages are in a dependency too; a note says that an import
might fail, if there is one. Modules that are not in the cache, and that go.mod
of Go 1.17 or later does not list, are not known to have a package.)",
        R"(example.com/m v1.1.4 has the folder codec
example.com/m/codec v1.2.9 is in the build too

An import of example.com/m/codec is ambiguous.)",
        R"(Raise the outer module to a version from which the folder has gone (`go get
example.com/m@latest`), or exclude the module that is not wanted. `modgraph
why MODULE` says who requires the old one.)"},
    Rule{
        "MG3010", "case-collision", Level::kError,
        "two modules of the build differ only in case",
        R"(Module paths are case-sensitive, and two that differ only in case are nearly
always one module under an old and a new spelling. A build that has packages
of both is refused: "case-insensitive import collision". It is an error where
both give packages (from Go 1.17 on, go.mod lists every module that does), a
note where one of them only stands in the build list, and a warning where
that is not known.)",
        R"(go.mod:           require example.com/logs/rus v1.9.0
b.example/hooks:  require example.com/Logs/rus v1.0.6

Both are in the build.)",
        R"(Raise the module that requires the old spelling to a version that requires the
new one, or replace it. `modgraph why MODULE` says who that is.)"},
};

}  // namespace

std::span<const Rule> indirect_rules() { return kIndirectRules; }

}  // namespace modgraph
