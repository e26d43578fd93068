#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kDriftRules = {
    Rule{
        "MG2001", "version-drift", Level::kOff,
        "a module is required at several versions",
        R"(Minimal version selection takes the highest version that any module
requires. Modules that require a lower one run with a version that their
authors may not have tested; the further apart the versions are, the more
this matters. Requirements of old versions stay as long as the module
versions that make them are in the graph. This is how the go command works
and no fault, so the rule is off: `modgraph drift` shows the same, and
`-W version-drift` makes findings of it.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.1.0

a.example/log is required at v1.1.0 and v1.4.0; v1.4.0 is selected.)",
        R"(Nothing has to be done. Raising the modules that require the oldest versions
shortens the list; `modgraph why MODULE` shows which ones do.)"},
    Rule{
        "MG2002", "direct-raised", Level::kError,
        "the version in go.mod is not the selected one",
        R"(go.mod requires a version, and a dependency requires a higher one. Readers
of go.mod see a version that is not built, and the go command refuses to
build with -mod=readonly, its default (MG2010 has all lines that it would
change). In a workspace it builds: there MG2006 tells of the disagreement
once, and this rule is off.)",
        R"(go.mod:       require golang.org/x/net v0.33.0
a.example/b:  require golang.org/x/net v0.38.0

golang.org/x/net v0.38.0 is selected.)",
        R"(Write the selected version into go.mod, with `go mod tidy` or the command
that the finding shows: the build list does not change. To keep the lower
version, lower or drop the module that requires the higher one.)"},
    Rule{
        "MG2003", "split-major", Level::kNote,
        "several major versions of one module",
        R"(Major versions of a module have different paths (example.com/m and
example.com/m/v2), and to Go they are different modules. The build has all
of them: twice the code, and types of one do not fit the other. Libraries
move to a new major version at different times, so most large builds have
some of these. A module at vN+incompatible and at the path /vN is the same
major version twice; so is gopkg.in/U/P.vN beside github.com/U/P.)",
        R"(example.com/app -> example.com/log/v2@v2.3.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> example.com/log@v1.8.0

example.com/log v1.8.0 and example.com/log/v2 v2.3.0 are selected.)",
        R"(Where your own go.mod files require both directly, move your packages to the
newer path; it is a warning where two files disagree, or one major is there
under two paths. Otherwise raise the modules that require the older one;
`modgraph why MODULE` names them. Fine to leave where their types never
meet.)"},
    Rule{
        "MG2004", "prerelease-selected", Level::kNote,
        "a pre-release or pseudo-version is selected over a release",
        R"(A module requires a pre-release (v1.5.0-rc.1) or a commit between releases
(a pseudo-version) that is higher than the release that another module
requires. Minimal version selection takes it, so the build has code that its
authors have not released. Modules without any release are not reported:
there is nothing else to select.)",
        R"(example.com/app -> a.example/log@v1.4.0
example.com/app -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.5.0-rc.1

a.example/log v1.5.0-rc.1 is selected over release v1.4.0.)",
        R"(Update to the release that followed, if there is one: `go get
MODULE@latest`. Otherwise ask the module that requires the pre-release to
require a release. To go back to the older release, lower or drop that
module.)"},
    Rule{
        "MG2005", "go-line-forced", Level::kNote,
        "a dependency determines the go line",
        R"(Since Go 1.21 the go line of a module is the minimum Go version that can
build it, and the go command keeps the go line of the main module at least
as high as those of all modules that it loads, selected or not. So a
dependency can force a newer toolchain on you and on everybody who imports
you. The finding names the dependencies with the highest go line, unless
yours is higher.)",
        R"(go.mod of example.com/app:       go 1.22
go.mod of b.example/trace@v0.9.0: go 1.23.0

The go line says 1.22, but dependencies require 1.23.0.)",
        R"(Nothing has to be done if your users have that version of Go. Otherwise
lower or drop all dependencies that are named; `modgraph whatif --drop
MODULE` shows the effect. `go get go@1.22` tries to lower everything that
requires more.)"},
    Rule{
        "MG2006", "cross-module-drift", Level::kWarning,
        "main modules of one repository disagree",
        R"(Main modules that are developed together (the members of a workspace, or the
folders of one repository) require, select or replace a module differently.
What is tested together in the workspace is not what each of them is
released with, and programs of one repository run with different versions of
a library. Modules that a folder or another main module replaces do not
count. A warning where lines without `// indirect` disagree, which people
wrote; a note where only the lines do that the go command keeps.)",
        R"(api/go.mod:    require golang.org/x/net v0.33.0
worker/go.mod: require golang.org/x/net v0.38.0

Main modules disagree on golang.org/x/net: required at 2 versions.)",
        R"(Raise the lower ones: `go get MODULE@VERSION` in each folder that is named.
In a workspace, `go work sync` writes the selected versions into all
members. Put replace lines into all go.mod files, or into go.work.)"},
    Rule{
        "MG2007", "retracted-selected", Level::kWarning,
        "a retracted version is selected",
        R"(The authors retracted this version in the go.mod of a later one: it was
published by accident, or has a serious fault. It stays available, so
nothing breaks. Known only from `go list -m -u -json` or `go list -m
-retracted -json` (--list).)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Retracted": ["loses lines"]}

a.example/log v1.4.0 is selected, but its authors retracted it.)",
        R"(Raise it past the retraction: `go get MODULE@latest`. If no higher version
exists, lower the modules that require the retracted one.)"},
    Rule{
        "MG2008", "deprecated-selected", Level::kWarning,
        "a deprecated module is selected",
        R"(The latest go.mod of the module marks it as deprecated, usually with the
path of its successor. This is about all of its versions. A warning where
your own go.mod requires it directly, else a note. Known only from `go list
-m -u -json` (--list).)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Deprecated": "use b.example/log"}

a.example/log is deprecated by its authors.)",
        R"(Where your own go.mod requires it, move to what its authors recommend. Where
only dependencies do, raise them or tell their authors; fine to leave until
then.)"},
    Rule{
        "MG2009", "outdated", Level::kOff,
        "there is a newer version of a module",
        R"(A newer version within the same major version has been released. Being
behind is normal and no fault, so the rule is off: `-W outdated` shows a list
to choose from. Known only from `go list -m -u -json` (--list), and as old as
that list.)",
        R"(go list -m -u -json all:
  {"Path": "a.example/log", "Version": "v1.4.0",
   "Update": {"Version": "v1.6.0"}}

a.example/log v1.4.0 is selected, the latest version is v1.6.0.)",
        R"(`go get MODULE@latest` for those that you want; `modgraph whatif --require
MODULE@VERSION` shows beforehand what else would change.)"},
    Rule{
        "MG2010", "update-needed", Level::kError,
        "the go command refuses go.mod: updates needed",
        R"(A line of go.mod is lower than what the other lines lead to, or cannot be as
it is: the version is excluded, the module is there twice, the go line is
lower than that of a dependency. The go command would write something else
first. With -mod=readonly, the default of `go build` and of CI, it may not,
and stops: "updates to go.mod needed". Typical causes are a merge of two
branches that raised different modules, and a bot that edits one line.)",
        R"(go.mod:       require golang.org/x/text v0.4.0 // indirect
a.example/b:  require golang.org/x/text v0.5.0

golang.org/x/text v0.4.0 -> v0.5.0 is what the go command would write.)",
        R"(Run the command that the finding shows, or `go mod tidy`: the versions of the
build stay as they are, only go.mod comes to say so. To keep the lower
version, lower or drop the module that requires the higher one.)"},
    Rule{
        "MG2011", "older-by-date", Level::kWarning,
        "the selected version is years older than one that is required",
        R"(Versions are ordered by their numbers, and a number can mislead: an old tag of
a module without go.mod (v17.12.1-ce+incompatible of 2018) is higher than
every v0 version and pseudo-version that came after it. When a dependency
requires such a tag, the build goes back to its code, although go.mod asks
for something newer. The dates are those in pseudo-versions and in the .info
files of the module cache; without both, nothing is said.)",
        R"(go.mod:       require d.example/engine v0.0.0-20210128214336-420b1d36250f
a.example/b:  require d.example/engine v17.12.1-ce+incompatible (of 2018)

v17.12.1-ce+incompatible is selected, which is three years older.)",
        R"(Exclude the old tag, or replace the module by the version that is meant; then
tell the module that requires it. `modgraph whatif --exclude
MODULE@VERSION` shows the effect beforehand.)"},
};

}  // namespace

std::span<const Rule> drift_rules() { return kDriftRules; }

}  // namespace modgraph
