#include "exporters/findings/settings_draft.h"

#include <fmt/core.h>

#include "engine/findings/rules.h"
#include "engine/model/level.h"

namespace modgraph {
namespace {

constexpr std::string_view kHeadPart =
    R"(## Settings of modgraph. Lines that begin with ## explain; of the others take the
## sign away to set what they say. `modgraph config verify` finds mistakes,
## `modgraph config show --origin` says what counts, and `modgraph schema config`
## is for editors.
version: 1

## From which level on findings make `modgraph analyze` fail: error, warning or
## note. (none is not followed here: a pull request could write it.)
fail-on: error

)";

constexpr std::string_view kLevelsPart =
    R"(## The levels of rules, by code or name: none, note, warning or error. It is that of
## all findings of the rule, also of those that it would take for less.
## `modgraph explain CODE` tells more. A rule may be silent about some modules:
##   MG2003: {level: note, ignore: ["golang.org/x/**"]}
## In patterns * stays within one element of a path, ** is any number of them,
## and of a list "!x" takes away what came before.
# rules:
)";

constexpr std::string_view kSilencesPart =
    R"(
## Findings that are fine for now, each with its reason: they stay in reports, as
## suppressed. `module` (patterns), `in` (the folder of a main module) and `until`
## (the last silent day) may be left out.
# ignore:
#   - rule: [MG2003, split-major]
#     module: example.com/old/**
#     in: services/**
#     reason: waiting for its version 2
#     until: 2099-12-31

## What nobody wants in the build.
# policy:
#   banned:
#     - module: example.com/unsafe
#       versions: ">= v1.0.0, < v1.4.2"
#       reason: loses data
#       use: example.com/unsafe@v1.4.2
#       allow-from: ["example.com/legacy/**"]
#       direct: false
#   forbidden-edges:
#     - from: example.com/core/**
#       to: example.com/cloud/**
#       reason: core runs anywhere
#       direct: false
#   replace:
#     allow: ["./**", "../**", "example.com/ourfork/**"]
#     versions-only: false
)";

constexpr std::string_view kBaselinePart =
    R"(
## The findings that are known: `modgraph baseline create` writes the file. With
## the ratchet, what it lists and is gone is an error.
# baseline:
#   file: .modgraph-baseline.json
#   ratchet: false
)";

void put_rule(const Rule& rule, std::uint64_t found, Sink& out) {
  const std::string_view level =
      rule.level == Level::kOff ? "none" : level_name(rule.level);
  out.put(fmt::format("#   {}: {}  # {}: {}{}\n", rule.code, level, rule.name,
                      rule.says,
                      found > 0 ? fmt::format(" ({} here)", found) : ""));
}

// Those that found something first.
void put_rules(const SettingsDraft& draft, Sink& out) {
  const auto found = [&](const Rule& rule) {
    const auto at = draft.found.find(rule.code);
    return at == draft.found.end() ? 0 : at->second;
  };
  if (!draft.found.empty()) out.put("## What they found here:\n");
  for (const Rule& rule : rules())
    if (found(rule) > 0) put_rule(rule, found(rule), out);
  out.put(!draft.found.empty() ? "## And those that found nothing:\n"
          : draft.is_analysed  ? "## None of them finds anything here.\n"
                               : "## What they find here was not known.\n");
  for (const Rule& rule : rules())
    if (found(rule) == 0) put_rule(rule, 0, out);
}

void put_limits(const SettingsDraft& draft, Sink& out) {
  if (draft.is_analysed)
    out.put("## How large the build is; more would be an error.\n");
  out.put("#   limits:\n");
  const auto limit = [&](std::string_view name, std::uint64_t now,
                         std::uint64_t otherwise) {
    out.put(fmt::format("#     {}: {}\n", name, now > 0 ? now : otherwise));
  };
  limit("modules", draft.modules, 500);
  limit("direct", draft.direct, 80);
  limit("longest-chain", draft.longest_chain, 40);
  out.put(
      fmt::format("#     go: \"{}\"\n", draft.go.empty() ? "1.25" : draft.go));
  out.put(
      "## Modules that one new direct dependency may bring (--new-from-rev), "
      "and "
      "the\n## versions at which the repository may require one module.\n"
      "#     new-exclusive: 30\n#     drift: 1\n");
}

}  // namespace

void write_settings_draft(const SettingsDraft& draft, Sink& out) {
  out.put(kHeadPart);
  out.put(kLevelsPart);
  put_rules(draft, out);
  out.put(kSilencesPart);
  put_limits(draft, out);
  out.put(kBaselinePart);
}

}  // namespace modgraph
