#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kCycleRules = {
    Rule{
        "MG1001", "version-cycle", Level::kWarning,
        "exact module versions require each other",
        R"(Each version of the loop was published after the next one, or at the same
time: somebody raised a requirement to a version that already required them.
The go command resolves such loops without complaint. But none of these
modules can be updated, retracted or left without the others: whoever takes
one of them takes all, with everything that they require.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.4.0

The last two lines close the loop.)",
        R"(In one of the modules of the loop: move what the other needs (often an
interface, or a test helper) to a module of its own, or raise the requirement
to a version that no longer leads back. The break set that is shown names the
fewest requirements that would have to go. From outside, nothing but a newer
version of a member helps.)",
        Owner::kDependency},
    Rule{
        "MG1002", "selected-cycle", Level::kWarning,
        "selected modules require each other",
        R"(The versions that the build selects require each other, if only at lower
versions than those selected. They are in the build together or not at all,
and a new version of one may force a new version of each of the others.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.3.0

a.example/log v1.4.0 is selected; the loop holds for the selected versions.)",
        R"(As for MG1001: the loop can be opened only in a module that is part of it.
`modgraph cycles` shows the loop and a set of requirements that would open
it.)",
        Owner::kDependency},
    Rule{
        "MG1003", "path-cycle", Level::kNote,
        "a loop across versions keeps old versions in the graph",
        R"(A new version of one module requires an older version of another, which
requires a still older version of the first, and so on. No exact versions and
no selected modules form a loop, but the old go.mod files are loaded, and old
requirements keep modules in the build list that nobody needs any more. It is
common between modules that are developed together, and harmless unless the
chain of old versions is long.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.3.0
a.example/log@v1.3.0 -> b.example/trace@v0.8.0

With versions ignored, log and trace require each other.)",
        R"(A new version of any module of the loop that requires only new versions of the
others ends the chain. In go.mod of the main module, raising the requirements
to such versions takes the old ones out of a pruned graph.)",
        Owner::kDependency},
};

}  // namespace

std::span<const Rule> cycle_rules() { return kCycleRules; }

}  // namespace modgraph
