#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kSumRules = {
    Rule{
        "MG6001", "sum-missing", Level::kError,
        "go.sum has no entry for a go.mod that the build needs",
        R"(The go command checks every go.mod that it reads for the module graph
against go.sum, and stops when there is no entry: `missing go.sum entry for
go.mod file`. That is its default (-mod=readonly) outside workspaces. It
happens after a merge, or when go.mod was edited by hand. A module without a
go.sum gives no finding. Only hashes of go.mod files are checked, also of
versions that replace others. Hashes of archives are needed only for modules
with packages in the build, which the module graph does not show.)",
        R"(go.mod:  require a.example/log v1.4.0
go.sum:  a.example/log v1.3.0/go.mod h1:...

The line for a.example/log v1.4.0/go.mod is missing.)",
        R"(`go mod tidy` adds what is missing, `go mod download MODULE` does so for one
module. Both verify against the checksum database; a line copied from
elsewhere proves nothing.)"},
};

}  // namespace

std::span<const Rule> sum_rules() { return kSumRules; }

}  // namespace modgraph
