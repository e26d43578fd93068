#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kSumRules = {
    Rule{
        "MG6001", "sum-missing", Level::kError,
        "go.sum lacks sums that the build needs",
        R"(The go command checks every go.mod that it reads for the module graph against a
line of go.sum, and refuses to go on when there is none: `missing go.sum entry
for go.mod file`. That is its default (-mod=readonly) outside of workspaces. It
happens after a merge, or when go.mod was edited by hand. A module that has no
go.sum at all gives no finding. Looked at are the sums
of go.mod files, of the versions that replace others too; those of archives are
needed only for modules that give packages, which the module graph does not
say.)",
        R"(go.mod:  require a.example/log v1.4.0
go.sum:  a.example/log v1.3.0/go.mod h1:...

The line for a.example/log v1.4.0/go.mod is missing.)",
        R"(`go mod tidy` adds what is missing, or `go mod download MODULE` for one. Both
ask the checksum database; a line copied from elsewhere proves nothing.)"},
};

}  // namespace

std::span<const Rule> sum_rules() { return kSumRules; }

}  // namespace modgraph
