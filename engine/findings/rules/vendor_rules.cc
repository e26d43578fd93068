#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kVendorRules = {
    Rule{
        "MG4001", "vendor-candidate", Level::kNote,
        "a module is worth copying, vendoring or mirroring",
        R"(A module that may disappear, or that nobody but you maintains, is worth a
copy of your own. The score is a sum of points: 3 outside any proxy
(GONOPROXY, GOPRIVATE), 3 retracted, 2 deprecated, 2 replaced by a fork, 1
replaced by a folder, 1 pseudo-version, 1 no go.mod (+incompatible), 1
published 3 years before the newest module of the build (2 from 6 years on),
1 tiny and everywhere (at most 64 KiB, requires nothing, required by 10
modules or more). A finding has 4 points or more, and so at least two
reasons. Age is never measured against today's date. What the copy costs,
its size and the modules that would leave with it, is not part of the score.)",
        R"(replace github.com/old/uuid => github.com/you/uuid v0.0.0-20180102030405-...

4 points: fork (2), pseudo-version (1), stale (1).)",
        R"(If you disagree with a reason, subtract its points. Otherwise: serve the
module from a proxy that keeps what it has served, vendor it (`go mod
vendor`), copy a tiny one into your own tree, or move to its successor.
`modgraph vendor` shows all modules with points.)"},
    Rule{
        "MG4002", "vendor-inconsistent", Level::kError,
        "vendor/modules.txt disagrees with go.mod",
        R"(`go mod vendor` records in vendor/modules.txt which modules it copied, which
of them go.mod requires, and what replaces them. From go 1.14 on, builds use
the vendor folder by default, and fail if the file disagrees with go.mod (or
go.work). The comparison and the messages are those of the go command. A
vendor folder that builds use only with -mod=vendor gives no findings.)",
        R"(go.mod:              require a.example/log v1.4.0
vendor/modules.txt:  # a.example/log v1.3.0
                     ## explicit

a.example/log@v1.4.0: is explicitly required in go.mod, but not marked as
explicit in vendor/modules.txt)",
        R"(Run `go mod vendor`, or `go work vendor` in a workspace, and commit the
result. After a merge, check first whether go.mod is right.)"},
};

}  // namespace

std::span<const Rule> vendor_rules() { return kVendorRules; }

}  // namespace modgraph
