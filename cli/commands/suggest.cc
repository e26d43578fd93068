// modgraph suggest: which edits of go.mod make findings go away?

#include <fmt/core.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/analyze/gate_state.h"
#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/project/go_mod_edits.h"
#include "cli/terminal/progress_line.h"
#include "engine/advice/edit_checks.h"
#include "engine/advice/fix_plan.h"
#include "engine/advice/repair.h"
#include "engine/analysis/analysis.h"
#include "engine/base/printable.h"
#include "engine/findings/judge.h"
#include "engine/report/answers/suggest.h"
#include "exporters/findings/suggested_fixes.h"

namespace modgraph {
namespace {

struct SuggestOptions : QuestionOptions {
  std::vector<Mirror> mirrors;
  std::uint64_t max_trials = 10'000;
  bool apply = false;
  bool all = false;
  bool allow_downgrade = false;
};

Result<Mirror> parse_mirror(const std::string& words) {
  const std::size_t at = words.find('=');
  if (at == std::string::npos || at == 0 || at + 1 == words.size())
    return fail(
        usage_error(fmt::format("'{}' is not OLD=NEW", printable(words)),
                    "both are module paths or the beginnings of some: --mirror "
                    "old.example.com=mirror.example.com/old"));
  return Mirror{words.substr(0, at), words.substr(at + 1)};
}

// What is tried is written when that is wished.
Result<FixPlan> resolved_plan(const Asked& asked, const Evidence& evidence,
                              const std::vector<Finding>& findings,
                              const Gate& gate, const SuggestOptions& options,
                              const FixOptions& how) {
  const Resolution& r = *asked.imported.resolution;
  auto simulator = edit_simulator(r, asked.project(), gate);
  if (!simulator) return fail(simulator.error());
  auto plan =
      options.mirrors.empty()
          ? Result<FixPlan>(plan_fixes(*simulator, evidence, findings, how))
          : plan_mirrors(*simulator, options.mirrors);
  if (!plan || !options.apply) return plan;
  if (auto written = write_edits(r, plan->files); !written)
    return fail(std::move(written.error()));
  return plan;
}

Answer answer_of(const std::shared_ptr<const FixPlan>& plan,
                 const SuggestAnswer& answer) {
  Answer out{suggest_document(answer)};
  out.own_formats = {
      {"patch", [plan](Sink& sink) { write_patch(plan->files, sink); }},
      {"script", [plan](Sink& sink) { write_script(plan->steps, sink); }},
  };
  return out;
}

// What does not resolve has no findings: the plan is to make it resolve.
Result<Answer> repair(const Asked& asked, const SuggestOptions& options) {
  const Resolution& r = *asked.imported.resolution;
  const auto simulator = edit_simulator(r, asked.project());
  if (!simulator) return fail(simulator.error());
  Repair found = search_repair(*simulator);
  if (!found.fix) return fail(r.failure);
  const auto plan = std::make_shared<FixPlan>();
  plan->files = found.fix->files;
  plan->effect = found.fix->effect;
  plan->steps.push_back(std::move(*found.fix));
  if (options.apply)
    if (auto written = write_edits(r, plan->files); !written)
      return fail(std::move(written.error()));
  return answer_of(
      plan, {{}, *plan, options.apply, first_line(r.failure.front().message)});
}

Result<Answer> answer_suggest(const Asked& asked,
                              const SuggestOptions& options) {
  if (asked.imported.resolution && !asked.imported.resolution->failure.empty())
    return options.mirrors.empty() ? repair(asked, options)
                                   : fail(asked.imported.resolution->failure);
  const bool resolved = asked.imported.resolution != nullptr;
  if (!resolved && (options.apply || !options.mirrors.empty()))
    return fail(usage_error(
        "recorded text cannot be resolved again: nothing is written that was "
        "not tried",
        "name a folder with a go.mod, or none"));
  const Project& project = asked.project();
  const Analysis analysis = analyse(project);
  const auto gate = gate_here({}, asked.plan, project);
  if (!gate) return fail(gate.error());
  const RuleSettings& settings = gate->rules;
  const std::vector<Finding> findings = judge(project, analysis, *gate);
  const RequirementLines lines(project.manifests);
  const Evidence evidence{project, analysis, lines, &settings.policy};
  FixOptions how;
  if (options.all) how.min_level = Level::kNote;
  how.max_trials = options.max_trials;
  how.allow_downgrade = options.allow_downgrade;
  ProgressLine progress("edits tried");
  how.progress = [&](std::size_t trial) { progress.show(trial); };
  auto made =
      resolved ? resolved_plan(asked, evidence, findings, *gate, options, how)
               : unsimulated_plan(evidence, findings, how);
  if (!made) return fail(std::move(made.error()));
  const auto plan = std::make_shared<FixPlan>(std::move(*made));
  return answer_of(plan,
                   {findings, *plan, options.apply && !plan->files.empty()});
}

RunCommand declare_suggest(Flags& flags) {
  const auto options = std::make_shared<SuggestOptions>();
  add_inputs(flags, options->inputs);
  add_packages(flags, options->inputs);
  std::vector<std::string_view> formats = document_formats();
  formats.insert(formats.end(), {"patch", "script"});
  add_outputs(flags, std::move(formats), options->outputs);
  flags.flag("--apply", options->apply, "Write the suggested edits to go.mod");
  flags.group("Findings");
  flags.flag("--all", options->all, "Look at notes too");
  flags.flag("--allow-downgrade", options->allow_downgrade,
             "Suggest edits that lower a selected version, too");
  flags.each(
      "--mirror", "OLD=NEW",
      [options](const std::string& words) -> Result<void> {
        auto mirror = parse_mirror(words);
        if (!mirror) return fail(std::move(mirror.error()));
        options->mirrors.push_back(std::move(*mirror));
        return {};
      },
      "In the place of findings: replace the modules of OLD by those of NEW; "
      "repeatable");
  flags.number("--max-trials", "N", options->max_trials, {1, 1'000'000},
               "Resolve at most N sets of edits (default 10000)");
  return [options](const GlobalOptions& global) {
    Wanted wanted = kEverything;
    wanted.even_without_build = true;
    return answer_question(*options, global, wanted, [&](const Asked& asked) {
      return answer_suggest(asked, *options);
    });
  };
}

}  // namespace

extern const Command kSuggestCommand;
const Command kSuggestCommand{
    "suggest",
    "which edits of go.mod make findings go away?",
    R"(  modgraph suggest
      what to do about errors and warnings, each edit resolved first
  modgraph suggest --all -f script > edits.sh
      notes too, as commands to read and to run
  modgraph suggest --apply
      write go.mod, as these commands would
  modgraph suggest --mirror github.com/acme=mirror.example.com/acme
      replacements for every module of a place, checked
)",
    declare_suggest,
    &kSuggestShape,
};

}  // namespace modgraph
