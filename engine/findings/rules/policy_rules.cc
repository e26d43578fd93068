#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kPolicyRules = {
    Rule{
        "MG0001", "banned-module", Level::kError,
        "a module that the settings ban is in the build",
        R"(The settings of the repository name modules and versions that it does not
want (`policy: banned:`), each with a reason. The whole build list is looked
at, also what comes in through others: the finding points at the line of
go.mod that brings the module and shows the shortest chain to it. A line that is
`// indirect` counts only where nothing else leads to its module.)",
        R"(.modgraph.yaml:  policy:
                   banned:
                     - module: b.example/old
                       versions: "< v1.5.0"
                       reason: loses data
go.mod:          require a.example/log v1.0.0
a.example/log v1.0.0 requires b.example/old v1.4.0.)",
        R"(Raise it past the banned versions, drop what brings it, or use what the
settings name in its place. If this use is fine, say so in the settings:
`allow-from` names the modules that may require it; it is silent while all that
do match. `versions` is about what is built: of a module that another one
replaces, that one's version. Where `use` names a version of the same module, or
where a version past the banned ones is known, that is resolved, and suggested
if it helps and lowers nothing.)"},
    Rule{
        "MG0002", "limit-exceeded", Level::kError,
        "the build is larger than the settings allow",
        R"(The settings of the repository limit how many modules a build has, how many
direct requirements, how long its longest chain is, how much one new direct
dependency brings, at how many versions one module is required, or which go
line a main module may have (`policy: limits:`). `go: "1.25"` allows 1.25.3,
`go: "1.25.2"` does not.)",
        R"(.modgraph.yaml:  policy:
                   limits: {modules: 100}
The build list has 112 modules.)",
        R"(Take out what brings the most for the least use: `modgraph rank` orders direct
dependencies by what leaves with them. Or raise the limit, in a change that
says why.)"},
    Rule{
        "MG0003", "forbidden-edge", Level::kError,
        "a module depends on one that the settings keep it from",
        R"(The settings of the repository forbid that some modules depend on others,
directly or through others (`policy: forbidden-edges:`). The finding shows the
shortest chain of the selected versions. Of modules that `from` names only those
are told that lead there themselves, and not by another one of them.)",
        R"(.modgraph.yaml:  policy:
                   forbidden-edges:
                     - from: "example.com/core/**"
                       to: "github.com/aws/**"
                       reason: core runs anywhere
example.com/core requires a.example/store; that requires github.com/aws/sdk.)",
        R"(Cut the chain: `modgraph cut MODULE` shows the fewest requirements to
drop. `direct: true` in the settings forbids a requirement of its own
go.mod alone.)"},
    Rule{
        "MG0004", "replace-target-denied", Level::kError,
        "a replacement leads where the settings do not allow it",
        R"(The settings of the repository say what may stand in the place of a module
(`policy: replace:`): which modules and folders, or no folders at all. Only
replacements of the main modules and of go.work count: those of dependencies
do not apply. One that does nothing in this build counts too: the next change
may bring what it replaces. Folders are compared as paths that lead somewhere:
./a/../../b is ../b.)",
        R"(.modgraph.yaml:  policy:
                   replace: {allow: ["github.com/ourfork/**"]}
go.mod:          replace a.example/log => github.com/stranger/log v1.0.0)",
        R"(Drop the replacement, or lead it to an allowed place. A folder is allowed by a
pattern that begins with ./ or ../ where `versions-only` is not set.)"},
};

}  // namespace

std::span<const Rule> policy_rules() { return kPolicyRules; }

}  // namespace modgraph
