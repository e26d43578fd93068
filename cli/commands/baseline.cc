// modgraph baseline: the findings that a team lives with for now.

#include <fmt/core.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/analyze/baseline_state.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/terminal/read_file.h"
#include "engine/base/calendar_date.h"
#include "engine/base/counted.h"
#include "engine/base/printable.h"
#include "exporters/findings/baseline.h"
#include "importers/module_folder/baseline.h"

namespace modgraph {
namespace {

struct BaselineOptions {
  AnalyzeOptions analyze;
  std::string action;
  bool with_policy = false;
  bool force = false;
};

// What a policy refuses is no matter of getting used to it.
bool is_policy(const FindingIdentity& finding) {
  return finding.rule.starts_with("MG0");
}

std::string words_of_change(const BaselineChange& change, char sign) {
  const FindingIdentity& f = change.finding;
  std::string out = fmt::format("{} {}", sign, printable(f.rule));
  if (!f.subject.empty()) out += " of " + printable(f.subject);
  if (!f.main.empty()) out += " in " + printable(f.main);
  if (change.listed > 0 && change.found > 0)
    out += fmt::format(": {} instead of {}", change.found, change.listed);
  return out + "\n";
}

Result<void> print_lines(const std::string& text) {
  return write_output("", [&](Sink& out) { out.put(text); });
}

std::string words_of_changes(const std::vector<BaselineChange>& gone,
                             const std::vector<BaselineChange>& added) {
  std::string out;
  for (const BaselineChange& c : gone) out += words_of_change(c, '-');
  for (const BaselineChange& c : added) out += words_of_change(c, '+');
  return out;
}

Result<void> write(const BaselineState& state, const Baseline& baseline,
                   const std::string& changes) {
  Sink text;
  write_baseline(baseline, text);
  const std::string made = std::move(text).take_text();
  const auto old = state.exists ? read_file(state.path, kMaxBaselineBytes)
                                : Result<std::string>(std::string());
  const bool is_same = state.exists && old && *old == made;
  if (!is_same)
    if (auto written =
            write_output(state.path, [&](Sink& out) { out.put(made); });
        !written)
      return written;
  return print_lines(changes +
                     fmt::format("{} {}: {}\n", printable(state.shown),
                                 is_same ? "is as it was" : "is written",
                                 counted(baseline.entries.size(), "finding")));
}

Error no_baseline(const BaselineState& state) {
  return usage_error(
      fmt::format("{}: there is no baseline", printable(state.shown)),
      "`modgraph baseline create` writes one");
}

Result<void> create(const BaselineOptions& options, const BaselineState& state,
                    const Diagnostics& to) {
  if (state.exists)
    return fail(usage_error(
        fmt::format("{}: there is a baseline", printable(state.shown)),
        "`modgraph baseline prune` takes away what is gone, `modgraph baseline "
        "update` also adds what is new"));
  std::vector<BaselineChange> added = missing_entries(state);
  const std::size_t all = added.size();
  if (!options.with_policy)
    std::erase_if(added, [](auto& c) { return is_policy(c.finding); });
  if (added.size() < all)
    print_note(
        counted(all - added.size(), "finding") +
            " of the policy not listed: they fail until they are mended, or "
            "listed with --with-policy",
        to);
  return write(state, changed_baseline({}, {}, added), "");
}

Result<void> prune(const BaselineState& state) {
  if (!state.exists) return fail(no_baseline(state));
  const auto gone = stale_entries(state);
  return write(state, changed_baseline(state.baseline, gone, {}),
               words_of_changes(gone, {}));
}

bool is_in_ci() {
  const char* const ci = std::getenv("CI");
  return ci != nullptr && *ci != '\0' && std::string_view(ci) != "false";
}

Result<void> update(const BaselineOptions& options,
                    const BaselineState& state) {
  if (!state.exists) return fail(no_baseline(state));
  if (is_in_ci() && !options.force)
    return fail(usage_error(
        "in CI (the variable CI is set) a baseline that adds what is found "
        "lets every change pass",
        "run it where somebody reads what it adds, or give --force"));
  const auto gone = stale_entries(state);
  std::vector<BaselineChange> added = missing_entries(state);
  if (!options.with_policy)
    std::erase_if(added, [](auto& c) { return is_policy(c.finding); });
  return write(state, changed_baseline(state.baseline, gone, added),
               words_of_changes(gone, added));
}

Result<ExitCode> check(const BaselineState& state) {
  if (!state.exists) return fail(no_baseline(state));
  const auto gone = stale_entries(state);
  const auto missing = missing_entries(state);
  std::string out = words_of_changes(gone, missing);
  const std::string name = printable(state.shown);
  if (gone.empty() && missing.empty())
    out += fmt::format("{} lists what is found\n", name);
  else
    out += fmt::format("{}: {} no longer found, {} not listed\n", name,
                       gone.size(), missing.size());
  if (auto printed = print_lines(out); !printed)
    return fail(std::move(printed.error()));
  return gone.empty() && missing.empty() ? ExitCode::kClean
                                         : ExitCode::kFindings;
}

Result<ExitCode> act(const BaselineOptions& options,
                     const GlobalOptions& global, const Diagnostics& to) {
  const auto state = baseline_state(options.analyze, global);
  if (!state) return fail(state.error());
  for (const std::string& note : state->notes) print_note(note, to);
  if (options.action == "check") return check(*state);
  auto done = options.action == "create"  ? create(options, *state, to)
              : options.action == "prune" ? prune(*state)
                                          : update(options, *state);
  if (!done) return fail(std::move(done.error()));
  return ExitCode::kClean;
}

// The first word is what to do, the others are folders.
Result<void> take_action(BaselineOptions& options) {
  std::vector<std::string>& words = options.analyze.inputs.paths;
  const std::vector<std::string_view> known = {"create", "update", "prune",
                                               "check"};
  if (words.empty())
    return fail(usage_error("what to do with the baseline is not said",
                            "say create, update, prune or check"));
  options.action = words.front();
  words.erase(words.begin());
  for (const std::string_view action : known)
    if (options.action == action) return {};
  return fail(
      usage_error(fmt::format("'{}' is nothing that is done with a baseline",
                              printable(options.action)),
                  did_you_mean(options.action, known,
                               "say create, update, prune or check")));
}

RunCommand declare_baseline(Flags& flags) {
  const auto o = std::make_shared<BaselineOptions>();
  AnalyzeOptions& a = o->analyze;
  flags.words("create|update|prune|check [PATH...]",
              "What to do, and the folders of modules (default: this one); "
              "./... is every module below",
              a.inputs.paths);
  flags.text("--baseline", "FILE", a.baseline,
             "The file; default: what the settings say, else the nearest "
             ".modgraph-baseline.json");
  flags.flag("--with-policy", o->with_policy,
             "List findings of the policy (MG0xxx) too");
  flags.flag("--force", o->force, "update in CI");
  flags.text("--today", "DATE", a.today,
             "The day that `until` of silences is compared with");
  flags.choice("--fail-on", "LEVEL", a.fail_on,
               {"error", "warning", "note", "none"},
               "note: list notes too; default: from warnings on");
  add_resolving(flags, a.inputs.resolve);
  flags.check([o] { return take_action(*o); });
  flags.check([o]() -> Result<void> {
    const std::string& today = o->analyze.today;
    if (today.empty() || is_calendar_date(today)) return {};
    return fail(
        usage_error(fmt::format("--today: '{}' is no day", printable(today)),
                    "write one as 2027-03-01"));
  });
  return [o](const GlobalOptions& global) {
    const Diagnostics to{global.colour};
    const auto done = act(*o, global, to);
    return done ? *done : report_errors(done.error(), to);
  };
}

}  // namespace

extern const Command kBaselineCommand;
const Command kBaselineCommand{
    "baseline",
    "the findings that a team lives with for now",
    R"(  modgraph baseline create
      list what is found today in .modgraph-baseline.json: only what is new
      fails from now on
  modgraph baseline prune
      take away what is gone, add nothing
  modgraph baseline update
      take away what is gone, add what is new, and say which
  modgraph baseline check
      exit 1 if it lists what is gone, or lacks what is found
)",
    declare_baseline,
};

}  // namespace modgraph
