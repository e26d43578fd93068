#include <array>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

constexpr std::array kSettingsRules = {
    Rule{
        "MG9001", "stale-baseline", Level::kNote,
        "the baseline has findings that are gone",
        R"(An entry of the baseline that no finding matches any more would hide the
finding if it came back. Nothing is wrong with the build. With --ratchet, or
`baseline: {ratchet: true}` in the settings, it is an error, so that the
baseline only shrinks.)",
        R"(.modgraph-baseline.json:  MG5001 of d.example/gone
go.mod:                   its replacement was deleted)",
        R"(`modgraph baseline prune` takes such entries away, and adds none.)"},
    Rule{
        "MG9002", "unused-silence", Level::kNote,
        "a silence matches no finding",
        R"(An entry of `ignore:` in the settings, or a comment `modgraph:ignore` in
go.mod, silences nothing: what it was about is gone, or it names another
module than it means. It would hide the finding if it came back.)",
        R"(go.mod:  require a.example/log v1.0.0 // modgraph:ignore MG5001 -- a fork
Nothing is found of MG5001 at this line.)",
        R"(Delete it. If it was meant for something else, `modgraph analyze -f json`
shows the rule, the subjects and the line of every finding.)"},
    Rule{
        "MG9003", "broken-indirect-comment", Level::kWarning,
        "a comment makes a line direct that says // indirect",
        R"(For the go command a line is indirect when its comment is `// indirect`, or
begins with `// indirect;`. With any other spelling the line is direct, and
the next `go mod tidy` adds another mark: `// indirect; indirect // x`.)",
        R"(go.mod:  require a.example/log v1.0.0 // indirect // modgraph:ignore MG3001
For the go command this line is direct.)",
        R"(Write `// indirect; ` and then the rest of the comment. `go mod tidy` keeps it
so, and moves it with the mark.)"},
    Rule{
        "MG9004", "expired-silence", Level::kWarning,
        "the last day of a silence is over",
        R"(A silence with `until:` ends after that day (UTC), and what it silenced is
found again. This finding says why.)",
        R"(.modgraph.yaml:  ignore:
                   - rule: MG2002
                     module: golang.org/x/net
                     reason: waiting for v2
                     until: 2026-03-01
From 2026-03-02 on MG2002 of golang.org/x/net is found again.)",
        R"(Do what it was waiting for and delete it, or give it another day.)"},
    Rule{
        "MG9005", "gate-loosened", Level::kError,
        "a change silences findings that it brings itself",
        R"(With --new-from-rev and --new-from-merge-base the settings, silences and
baseline of the base count, not those of the change. What fails under them and
would not fail under those of the change is found, and so is this: the change
would have let itself pass.)",
        R"(On main, .modgraph.yaml bans evil.example/x. A pull request requires it, and
takes the ban away: MG0001 and MG9005.)",
        R"(Bring the settings in a change of their own. Where a reviewer approves of
both together, `--policy-from head` makes the settings of the change count.)"},
    Rule{
        "MG9006", "silence-without-reason", Level::kError,
        "a silence gives no reason",
        R"(A comment `modgraph:ignore RULE` in go.mod says after `--` why the finding is
fine. Without a reason it silences nothing: whoever reads it next year could
not tell whether it still holds. In the settings a silence without a reason is
an error of the settings themselves.)",
        R"(go.mod:  require a.example/log v1.0.0 // modgraph:ignore MG2002)",
        R"(Write why: `// modgraph:ignore MG2002 -- waiting for v2 until=2027-03-01`.)"},
};

}  // namespace

std::span<const Rule> settings_rules() { return kSettingsRules; }

}  // namespace modgraph
