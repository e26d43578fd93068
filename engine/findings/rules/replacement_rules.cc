#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kReplacementRules = {
    Rule{
        "MG5001", "replace-unused", Level::kWarning,
        "a replacement has no effect on the graph",
        R"(No module version of the build is the one that this directive replaces: the
module is gone, or another version of it was selected and the directive names
one version only. Then the code that you believe in is not the code that is
built. The go command says nothing about it. Such a line also keeps others from
installing commands of the module (MG5004). In a workspace, a directive for
another member is not reported: it is for builds without go.work.)",
        R"(go.mod:  require a.example/log v1.4.0
         replace a.example/log v1.3.0 => ../log

The build has a.example/log v1.4.0 from its authors, not from ../log.)",
        R"(Drop it: `go mod edit -dropreplace=a.example/log@v1.3.0`. If the replacement is
meant, name the version of the build, or no version at all.)"},
    Rule{
        "MG5002", "exclude-stale", Level::kWarning,
        "an exclusion has no effect on the graph",
        R"(An `exclude` line takes requirements on one exact version out of the graph. No
go.mod that is read for this build asks for that version, so there is nothing to
take out. It may still keep `go get -u` from choosing the version, if that is
higher than the selected one. Known only where the go.mod files of dependencies
were read: graph text does not show what was taken out of it.)",
        R"(go.mod:  require a.example/log v1.4.0
         exclude a.example/log v1.2.0

Nobody asks for a.example/log v1.2.0 any more.)",
        R"(Drop it: `go mod edit -dropexclude=a.example/log@v1.2.0`. Keep it, with a
comment that says why, if it is there to keep upgrades away from that version.)"},
    Rule{
        "MG5003", "replace-local", Level::kWarning,
        "a replacement points into the file system",
        R"(A module is read from a folder instead of its published version. Where that
folder lies outside of the repository, nobody else can build: it is on one
machine only. Inside of the repository it is how modules of one repository are
built together, and a note: who depends on the module does not get the
replacement and needs published versions; a go.work file does the same and
stays at home. Folders inside are told of once for each go.mod.)",
        R"(go.mod:  replace a.example/log => ../../log

Without that folder beside the repository: no build.)",
        R"(Drop it before you publish, or replace by a published version. For modules of
one repository: `go work init`, `go work use`, and no replacement.)"},
    Rule{
        "MG5004", "breaks-go-install", Level::kNote,
        "replace or exclude lines in a module with commands",
        R"(`go install MODULE/COMMAND@VERSION` refuses a module whose go.mod has `replace`
or `exclude` lines, because the command would be built from something else than
for its authors. Here the module has at least one command (a package main). It
is looked for in its folder, in the folders in that one, and in those of cmd; a
command elsewhere is not seen. Fine to leave where nobody installs the commands
that way: where binaries are published, or the module is private.)",
        R"(go.mod:    replace a.example/log => a.example/fork v1.4.1
cmd/tool:  package main

go install example.com/app/cmd/tool@latest fails.)",
        R"(Get the change into a version of the module itself and require that, and drop
the line; or tell users to clone the repository and `go build`.)"},
    Rule{
        "MG5005", "hidden-replace", Level::kNote,
        "a dependency replaces something; that does not apply here",
        R"(Only the `replace` lines of main modules count. A dependency that has some was
built and tested by its authors with other code than you get: a fork with a fix,
another version, a folder of theirs. Where things break inside of a dependency
that works for its authors, look here first. Reported are the replacements of
modules that are in this build and that your own go.mod does not replace in the
same way; not those of a module of the same organisation by a folder, which is
how the modules of one repository are developed.)",
        R"(b.example/trace@v0.9.0, go.mod:
    replace a.example/log => b.example/log-fork v1.4.1

You build with a.example/log itself.)",
        R"(Mostly nothing. If you need what they need, repeat the line in your own go.mod,
or ask them to get along without it.)"},
    Rule{
        "MG5006", "replace-shadowed", Level::kNote,
        "an exact replace or go.work overrides this one",
        R"(Two directives speak of the version that is selected. A replacement of that very
version goes before one of all versions, and go.work goes before every go.mod.
So this line does not say what is built. It may be meant so: go.work overrides
for one developer, or one version needs a patch more than the others.)",
        R"(go.mod:  replace a.example/log => a.example/fork v1.4.1
         replace a.example/log v1.4.0 => ../log

The build has a.example/log v1.4.0, and reads ../log.)",
        R"(Keep the one that is meant: `go mod edit -dropreplace=...` or, in go.work,
`go work edit -dropreplace=...`.)"},
};

}  // namespace

std::span<const Rule> replacement_rules() { return kReplacementRules; }

}  // namespace modgraph
