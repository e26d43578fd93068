#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kReplacementRules = {
    Rule{
        "MG5001", "replace-unused", Level::kWarning,
        "a replacement has no effect",
        R"(This directive replaces nothing in the build: the module is gone, or the
directive names one version and another one is selected. Then the build has
other code than go.mod suggests, and the go command does not say so. Such a
line also prevents `go install` of the module's commands (MG5004). In a
workspace, a directive for another member is not reported: it is for builds
without go.work.)",
        R"(go.mod:  require a.example/log v1.4.0
         replace a.example/log v1.3.0 => ../log

a.example/log v1.4.0 is selected; ../log is not used.)",
        R"(Drop it: `go mod edit -dropreplace=a.example/log@v1.3.0`. If it is wanted,
name the selected version, or no version at all.)"},
    Rule{
        "MG5002", "exclude-stale", Level::kWarning,
        "an exclusion has no effect",
        R"(An `exclude` line removes requirements on one exact version from the graph.
No go.mod that is read for this build requires that version, so there is
nothing to remove. The line may still keep `go get -u` from choosing the
version, if it is higher than the selected one. Known only where the go.mod
files of dependencies were read: graph text does not show what was removed
from it.)",
        R"(go.mod:  require a.example/log v1.4.0
         exclude a.example/log v1.2.0

Nothing requires a.example/log v1.2.0 any more.)",
        R"(Drop it: `go mod edit -dropexclude=a.example/log@v1.2.0`. Keep it, with a
comment that says why, if it should prevent upgrades to that version.)"},
    Rule{
        "MG5003", "replace-local", Level::kWarning, "a replacement is a folder",
        R"(A module is read from a folder instead of its published version. If the
folder is outside the repository, nobody else can build: it exists on one
machine only. Inside the repository, this is how modules of one repository
are built together, and a note: modules that depend on this one do not get
the replacement and need published versions; a go.work file does the same
without that. There is one finding for all folders inside, for each go.mod.)",
        R"(go.mod:  replace a.example/log => ../../log

Without that folder next to the repository there is no build.)",
        R"(Drop it before you publish, or replace the module with a published version.
For modules of one repository: `go work init`, `go work use`, and no
replacement.)"},
    Rule{
        "MG5004", "breaks-go-install", Level::kNote,
        "replace or exclude lines in a module with commands",
        R"(`go install MODULE/COMMAND@VERSION` refuses a module whose go.mod has
`replace` or `exclude` lines, because it would not build what its authors
build. This module has at least one command (a main package) in its folder,
in a folder of that, or in a folder of cmd; commands elsewhere are not
looked for. Fine to leave where nobody installs the commands that way,
because binaries are published or the module is private.)",
        R"(go.mod:    replace a.example/log => a.example/fork v1.4.1
cmd/tool:  package main

go install example.com/app/cmd/tool@latest fails.)",
        R"(Get the change into a published version of the replaced module, require
that, and drop the line; or tell users to clone the repository and run `go
build`.)"},
    Rule{
        "MG5005", "hidden-replace", Level::kNote,
        "a replacement of a dependency does not apply here",
        R"(Only the `replace` lines of main modules apply. The authors of a dependency
with such lines built and tested it with other code than you get: a fork
with a fix, another version, a folder of theirs. If something fails in a
dependency that works for its authors, look here first. Reported are
replacements of modules that are in this build and that your own go.mod does
not replace in the same way. A module of the same organisation that is
replaced by a folder is not reported: that is how modules of one repository
are developed.)",
        R"(b.example/trace@v0.9.0, go.mod:
    replace a.example/log => b.example/log-fork v1.4.1

Your build uses a.example/log itself.)",
        R"(Usually nothing. If you need the same fix, repeat the line in your own
go.mod, or ask the authors to do without it.)"},
    Rule{
        "MG5006", "replace-shadowed", Level::kWarning,
        "another replacement takes precedence",
        R"(Two directives replace the selected version. One that names the version
takes precedence over one for all versions, and go.work takes precedence
over every go.mod. So this line has no effect. That may be intended: go.work
overrides it for one developer, or one version needs a patch that the others
do not.)",
        R"(go.mod:  replace a.example/log => a.example/fork v1.4.1
         replace a.example/log v1.4.0 => ../log

a.example/log v1.4.0 is selected, and ../log is used.)",
        R"(Keep the one that is intended, and drop the other: `go mod edit
-dropreplace=...` or, in go.work, `go work edit -dropreplace=...`.)"},
};

}  // namespace

std::span<const Rule> replacement_rules() { return kReplacementRules; }

}  // namespace modgraph
