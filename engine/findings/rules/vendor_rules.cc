#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kVendorRules = {
    Rule{
        "MG4001", "vendor-candidate", Level::kNote,
        "worth copying, vendoring or mirroring, with reasons",
        R"(A module whose source may not be there tomorrow, or that nobody but you looks
after, is worth a copy of your own. The score is a sum of stated points:
3 outside any proxy (GONOPROXY, GOPRIVATE), 3 retracted, 2 deprecated,
2 replaced by a fork, 1 replaced by a folder, 1 pseudo-version, 1 no go.mod
(+incompatible), 1 published 3 years before the newest module of the build (2
from 6 years on), 1 tiny and everywhere (at most 64 KiB, requires nothing,
required by 10 modules or more). A finding has 4 points or more, so that it
takes two reasons. Age is never measured against today's date. What the copy
costs, bytes and modules that would leave with it, is no part of the score.)",
        R"(replace github.com/old/uuid => github.com/you/uuid v0.0.0-20180102030405-...

4 points: fork (2), pseudo-version (1), stale (1).)",
        R"(Disagree with a reason? Subtract its points. Otherwise: serve it from a proxy
that keeps what it has served, vendor it (`go mod vendor`), copy a tiny one into
your own tree, or move to what took its place. `modgraph vendor` shows all
modules with points.)"},
    Rule{
        "MG4002", "vendor-inconsistent", Level::kError,
        "vendor/modules.txt disagrees with go.mod",
        R"(`go mod vendor` writes into vendor/modules.txt which modules it copied from,
which of them go.mod requires, and what replaces them. Builds use the vendor
folder of their own accord from go 1.14 on, and refuse to when the file and
go.mod (or go.work) do not say the same. The comparison is the go command's own,
and so are the words. A vendor folder that builds do not use without being told
to (-mod=vendor) gives no findings.)",
        R"(go.mod:              require a.example/log v1.4.0
vendor/modules.txt:  # a.example/log v1.3.0
                     ## explicit

a.example/log@v1.4.0: is explicitly required in go.mod, but not marked as
explicit in vendor/modules.txt)",
        R"(`go mod vendor`, or `go work vendor` in a workspace, and commit what it wrote.
After a merge, look first whether go.mod is the file that is right.)"},
};

}  // namespace

std::span<const Rule> vendor_rules() { return kVendorRules; }

}  // namespace modgraph
