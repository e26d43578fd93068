#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kDriftRules = {
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
    Rule{
        "MG2003", "split-major", Level::kNote, "several majors of one module",
        R"(Majors of a module have paths of their own (example.com/m, example.com/m/v2),
and to Go they are different modules. The build has all of them: twice the code,
and values of one do not fit into functions of the other. Libraries move from
major to major at different times, so that a large build rarely has none of
these. A module at vN+incompatible beside the path /vN is the same major twice.)",
        R"(example.com/app -> example.com/log/v2@v2.3.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> example.com/log@v1.8.0

The build has example.com/log v1.8.0 and example.com/log/v2 v2.3.0.)",
        R"(Where your own go.mod has lines for both, move your packages to the newer path.
Else raise the requirers of the older one; `modgraph why MODULE` names them. It
is fine to leave as long as their types do not have to meet.)"},
    Rule{
        "MG2004", "prerelease-selected", Level::kNote,
        "a pre-release or pseudo-version wins over releases",
        R"(Somebody asks for a pre-release (v1.5.0-rc.1) or for a commit between releases
(a pseudo-version), and that is higher than the release that somebody else asks
for. Minimal version selection takes it, so that code is built which its authors
have not released. Versions of modules that have no release at all are not
meant: there is nothing else to take.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.5.0-rc.1

a.example/log is at v1.5.0-rc.1, although release v1.4.0 is asked for.)",
        R"(Go to the release that followed, when there is one: `go get MODULE@latest`.
Else ask the requirer that decides for a release. To go back to the older
release, that requirer has to be lowered or left.)"},
    Rule{
        "MG2005", "go-line-forced", Level::kNote,
        "a dependency forces the go line up",
        R"(Since Go 1.21 the go line of a module is the oldest Go that can build it, and
the go command keeps that of the main module at least as high as those of all
modules that it loads, selected or not. So a dependency can force a newer
toolchain on you and on all who import you. This names the dependencies with the
highest go line, where that is not below your own.)",
        R"(go.mod of example.com/app:       go 1.22
go.mod of b.example/trace@v0.9.0: go 1.23.0

The go line says 1.22, dependencies force it up to 1.23.0.)",
        R"(Nothing has to be done when your users have that version of Go. Else lower or
leave the dependencies that are named, all of them; `modgraph whatif` shows
what a requirement less would do. `go get go@1.22` tries to lower everything
that needs more.)"},
    Rule{
        "MG2006", "cross-module-drift", Level::kWarning,
        "main modules of one repository disagree",
        R"(Main modules that are developed together (the members of a workspace, or the
folders of one repository) ask for, build or replace a module differently. What
is tested together in the workspace is not what each of them is released with,
and programs of one repository run with different versions of one library. Only
modules that are built count, not those that a folder or another main module
takes the place of; and only those that some go.mod requires directly or
replaces: `modgraph drift` shows the others.)",
        R"(api/go.mod:    require golang.org/x/net v0.33.0
worker/go.mod: require golang.org/x/net v0.38.0

Main modules disagree about golang.org/x/net: asked for at 2 versions.)",
        R"(Raise the lower ones: `go get MODULE@VERSION` in each folder that is named, or
`go work sync` in a workspace, which writes the versions of the workspace into
all of its members. Replace lines belong into all go.mod files or into go.work.)"},
    Rule{
        "MG2007", "retracted-selected", Level::kWarning,
        "the build has a version that its authors retracted",
        R"(The authors have taken this version back, in the go.mod of a later one: it was
published by accident, or has a fault that they do not want to be used. It stays
available, so nothing breaks. Known only from `go list -m -u -json` or
`go list -m -retracted -json` (--list).)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Retracted": ["loses lines"]}

The build has a.example/log v1.4.0, which its authors have retracted.)",
        R"(Raise it past the retraction: `go get MODULE@latest`. A retracted version that
is higher than all others can only be left by lowering those who ask for it.)"},
    Rule{
        "MG2008", "deprecated-selected", Level::kWarning,
        "the build has a module that its authors deprecated",
        R"(The newest go.mod of the module says that it is not to be used any more, mostly
with the path of what takes its place. That is about all of its versions. Known
only from `go list -m -u -json` (--list).)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Deprecated": "use b.example/log"}

a.example/log is deprecated by its authors.)",
        R"(Where your own go.mod requires it, move to what its authors recommend. Where
only dependencies do, raise them or tell their authors; it is fine to leave
until then.)"},
    Rule{
        "MG2009", "outdated", Level::kNote,
        "there is a newer version of a module",
        R"(A newer version of the same major has been released. To be behind is the normal
state of a build, and no fault: this is a list to choose from. Known only from
`go list -m -u -json` (--list), and as old as that list.)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Update": {"Version": "v1.6.0"}}

a.example/log is at v1.4.0, the newest version is v1.6.0.)",
        R"(`go get MODULE@latest` for those that you want; `modgraph whatif --require
MODULE@VERSION` shows first what else would change.)"},
};

}  // namespace

std::span<const Rule> drift_rules() { return kDriftRules; }

}  // namespace modgraph
