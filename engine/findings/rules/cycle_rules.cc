#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kCycleRules = {
    Rule{
        "MG1001", "version-cycle", Level::kNote,
        "module versions require each other in a cycle",
        R"(Somebody raised a requirement to a version that already required them. The
go command resolves such cycles without complaint. But none of these modules
can be updated, retracted or dropped without the others: a build that needs
one of them gets all of them, with everything that they require. A warning
where modules of this repository require each other, which you can change; a
note where others take part; off where a member is not the version of this
build.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.4.0

The last two lines close the cycle.)",
        R"(Only the modules of the cycle can break it: move what the others need (often
an interface or a test helper) to a module of its own, or raise the
requirement to a version that no longer leads back. The finding names the
fewest requirements to remove. From outside, only newer versions of these
modules help.)"},
    Rule{
        "MG1002", "selected-cycle", Level::kNote,
        "selected modules require each other in a cycle",
        R"(The selected versions require each other, if only at lower versions than the
selected ones. They are in the build together or not at all, and a new
version of one may force a new version of each of the others. A warning where
modules of this repository require each other, else a note.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.3.0

a.example/log v1.4.0 is selected, and the cycle is one of selected versions.)",
        R"(As for MG1001: only the modules of the cycle can break it. `modgraph cycles`
shows the cycle and a smallest set of requirements to remove.)"},
    Rule{
        "MG1003", "path-cycle", Level::kNote,
        "a cycle across versions keeps old versions in the graph",
        R"(A new version of one module requires an older version of another, which
requires a still older version of the first, and so on. Neither exact
versions nor selected modules form a cycle, but the old go.mod files are
loaded, and old requirements keep modules in the build list that nobody
needs any more. This is common between modules that are developed together,
and harmless unless the chain of old versions is long.)",
        R"(example.com/app -> a.example/log@v1.4.0
a.example/log@v1.4.0 -> b.example/trace@v0.9.0
b.example/trace@v0.9.0 -> a.example/log@v1.3.0
a.example/log@v1.3.0 -> b.example/trace@v0.8.0

With versions ignored, log and trace require each other.)",
        R"(A new version of any module of the cycle that requires only new versions of
the others ends the chain. Raising the requirements of the main module to
such versions takes the old ones out of a pruned graph.)"},
};

}  // namespace

std::span<const Rule> cycle_rules() { return kCycleRules; }

}  // namespace modgraph
