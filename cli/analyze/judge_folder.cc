#include "cli/analyze/judge_folder.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "cli/analyze/gate_state.h"
#include "cli/project/import_project.h"
#include "cli/terminal/paths.h"
#include "engine/base/file_path.h"
#include "engine/base/printable.h"
#include "engine/findings/judge.h"
#include "engine/findings/limit_findings.h"
#include "engine/findings/new_findings.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// The base, analysed as the head is. Of a module that it does not have yet
// nothing was found.
struct AnalysedBase {
  ImportedProject imported;
  std::optional<Analysis> analysis;
  bool is_whole = true;
  std::string note;
};

// In the folder where the head has one: what lies above is another module.
bool has_module(const GatePlace& place, const MainFiles& files) {
  const FileTree& tree = *place.tree;
  return tree.is_there(join_path(place.folder, "go.mod")) ||
         (!files.mod.empty() && tree.is_there(files.mod)) ||
         (!files.work.empty() && tree.is_there(files.work));
}

// A go.mod that nobody can parse is mended by a change like this one.
bool is_broken_file(const Errors& errors) {
  return std::all_of(errors.begin(), errors.end(), [](const Error& e) {
    return e.kind == ErrorKind::kInput && e.where.line > 0;
  });
}

Errors of_base(const BaseState& base, Errors errors) {
  for (Error& e : errors)
    if (e.where.file.empty())
      e.message = printable(base.revision) + ": " + e.message;
    else
      e.where.file = printable(base.revision) + ":" + e.where.file;
  return errors;
}

Result<AnalysedBase> analyse_base(const BaseState& base,
                                  const AnalyzeOptions& options,
                                  const InputPlan& plan, const MainFiles& files,
                                  const GatePlace& place) {
  AnalysedBase out;
  if (!has_module(place, files)) {
    out.note = fmt::format("{} has no module here: all findings are new",
                           printable(base.revision));
    return out;
  }
  InputPlan alone;
  alone.resolve_in = place.folder;
  alone.path_base = plan.path_base;
  alone.repository = plan.repository;
  ResolveOptions resolve = options.inputs.resolve;
  resolve.missing_closed = true;
  auto imported =
      import_project(alone, resolve, kEverything, nullptr, *base.tree);
  if (!imported && is_broken_file(imported.error())) {
    out.is_whole = false;
    out.note = fmt::format(
        "{}: {} cannot be read: which findings are new is not known",
        printable(base.revision),
        printable(imported.error().front().where.file));
    return out;
  }
  if (!imported) return fail(of_base(base, std::move(imported.error())));
  out.imported = std::move(*imported);
  out.is_whole = !out.imported.lacks_go_mods;
  if (!out.is_whole)
    out.note = fmt::format("{} is partial: {}", printable(base.revision),
                           out.imported.project.partial_because.front());
  out.analysis = analyse(out.imported.project, analysis_options(options));
  return out;
}

// What the change's own gate says of its findings.
struct OwnGate {
  std::optional<GateState> state;
  Error fault;  // where there is none
};

OwnGate own_gate(const AnalyzeOptions& options, const GlobalOptions& global,
                 const GatePlace& here) {
  OwnGate out;
  auto settings = read_settings(here.folder, global);
  if (!settings) {
    out.fault = settings.error().front();
    return out;
  }
  auto state = gate_state_here(here, std::move(*settings), options.baseline);
  if (state)
    out.state = std::move(*state);
  else
    out.fault = state.error().front();
  return out;
}

// The level that the change's settings ask for, followed or not.
std::optional<Level> asked_level(const AnalyzeOptions& options,
                                 const Settings& settings) {
  if (settings.config.fail_on.value == "none" && options.fail_on.empty())
    return std::nullopt;
  return failing_level(options, settings);
}

bool same_silences(const std::vector<Silence>& a,
                   const std::vector<Silence>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Silence& x, const Silence& y) {
                      return x.rules == y.rules && x.file == y.file &&
                             x.facts == y.facts && x.until == y.until;
                    });
}

// The files that say what passes, where the change edits them.
std::vector<std::string> edited_gates(const GateState& base,
                                      const GateState& own,
                                      const Project& before,
                                      const Project& after) {
  std::vector<std::string> out;
  if (base.settings.sha256 != own.settings.sha256)
    out.emplace_back("the settings");
  if (base.baseline_sha256 != own.baseline_sha256)
    out.emplace_back("the baseline");
  if (!same_silences(silences_of(before), silences_of(after)))
    out.emplace_back("silences in comments");
  return out;
}

// Judges a head since its base, step by step.
class HeadJudge {
 public:
  HeadJudge(const BaseState& base, const AnalyzeOptions& options,
            const InputPlan& plan, const ImportedProject& imported,
            const Analysis& analysis)
      : base_(base),
        options_(options),
        plan_(plan),
        imported_(imported),
        analysis_(analysis) {}

  JudgedFolder judge_under(const GateState& state, const AnalysedBase& before) {
    const Project& head = imported_.project;
    const Project& known = before.imported.project;
    Gate gate = gate_of(options_, state, head, plan_.path_base);
    if (!state.place.name.empty()) gate.comments = silences_of(known);
    out_.findings = judge(head, analysis_, gate);
    out_.judged_by = gate;
    out_.settings = state.settings;
    if (before.is_whole) add_new_dependencies(known, gate.rules, out_.findings);
    std::vector<Finding> old;
    if (before.analysis)
      old = judge(known, *before.analysis,
                  gate_of(options_, state, known, plan_.path_base));
    GateUsed used;
    used.base = base_.revision;
    used.base_commit = base_.commit;
    used.is_merge_base = !options_.new_from_merge_base.empty();
    used.policy_from = state.settings.file;
    used.digest = state.settings.sha256;
    failing_ = failing_level(options_, state.settings);
    used.verdict = mark_known(
        {known, before.is_whole}, old, {head, !imported_.lacks_go_mods},
        out_.findings,
        std::min(Level::kWarning, failing_.value_or(Level::kWarning)));
    out_.gate = std::move(used);
    if (!before.note.empty()) out_.notes.push_back(before.note);
    return std::move(out_);
  }

  // Adds MG9005, or says which files the change edits.
  void compare_with(const OwnGate& own, const GateState& state,
                    const AnalysedBase& analysed, JudgedFolder& out) const {
    const Project& before = analysed.imported.project;
    const Project& head = imported_.project;
    std::vector<Finding> more;
    if (!own.state) {
      Error fault = own.fault;
      fault.where.file = shown(fault.where.file);
      more.push_back(broken_gate(fault));
    } else {
      const Gate gate = gate_of(options_, *own.state, head, plan_.path_base);
      std::vector<Finding> findings = judge(head, analysis_, gate);
      if (analysed.is_whole) add_new_dependencies(before, gate.rules, findings);
      const OwnVerdict verdict{findings,
                               asked_level(options_, own.state->settings)};
      if (auto loosened =
              loosened_gate(out.findings, failing_, verdict, own_settings(own)))
        more.push_back(std::move(*loosened));
      for (const std::string& what :
           edited_gates(state, *own.state, before, head))
        out.notes.push_back("this change edits " + what +
                            ", which takes effect after the merge");
    }
    if (out.gate) out.gate->verdict.added += more.size();
    add_findings(head, out.judged_by.rules, std::move(more), out.findings);
  }

 private:
  // What only a comparison shows.
  void add_new_dependencies(const Project& base, const RuleSettings& rules,
                            std::vector<Finding>& findings) const {
    const RequirementLines lines(imported_.project.manifests);
    add_findings(
        imported_.project, rules,
        new_dependency_findings(
            {imported_.project, analysis_, lines, &rules.policy}, base),
        findings);
  }

  std::string shown(const std::string& file) const {
    return file.empty() ? file : shown_path(file, plan_.path_base);
  }

  SourcePosition own_settings(const OwnGate& own) const {
    return {shown(own.state->settings.file)};
  }

  const BaseState& base_;
  const AnalyzeOptions& options_;
  const InputPlan& plan_;
  const ImportedProject& imported_;
  const Analysis& analysis_;
  std::optional<Level> failing_;
  JudgedFolder out_;
};

// Where --policy-from says that the policy is.
Result<GateState> policy_state(const AnalyzeOptions& options,
                               const GlobalOptions& global,
                               const GatePlace& there, const GatePlace& here) {
  const std::string& from = options.policy_from;
  if (from == "head") {
    auto settings = read_settings(here.folder, global);
    if (!settings) return fail(std::move(settings.error()));
    return gate_state_here(here, std::move(*settings), options.baseline);
  }
  if (!from.empty() && from != "base") {
    GlobalOptions named = global;
    named.config = from;
    named.no_config = false;
    auto settings = read_settings(here.folder, named);
    if (!settings) return fail(std::move(settings.error()));
    auto out = gate_state_in(there, {}, options.baseline);
    if (!out) return out;
    out->settings = std::move(*settings);
    return out;
  }
  if (global.no_config) return empty_gate_state(there);
  // A file of the repository is read in the base too.
  std::string named;
  if (!global.config.empty()) named = real_path(global.config);
  if (!named.empty() && !is_in_folder(named, there.root)) {
    auto settings = read_settings(here.folder, global);
    if (!settings) return fail(std::move(settings.error()));
    return gate_state_here(there, std::move(*settings), options.baseline);
  }
  return gate_state_in(there, named, options.baseline);
}

Result<JudgedFolder> judge_here(const AnalyzeOptions& options,
                                const InputPlan& plan,
                                const ImportedProject& imported,
                                const Analysis& analysis) {
  const auto gate = gate_here(options, plan, imported.project);
  if (!gate) return fail(gate.error());
  JudgedFolder out;
  out.findings = judge(imported.project, analysis, *gate);
  out.judged_by = *gate;
  out.settings = plan.settings;
  return out;
}

}  // namespace

Result<JudgedFolder> judge_input(const JudgeBy& by, const InputPlan& plan,
                                 const ImportedProject& imported,
                                 const Analysis& analysis) {
  const BaseState& base = by.base;
  if (!base.repository) return judge_here(by.options, plan, imported, analysis);
  const GatePlace here = place_of(plan);
  GatePlace there = here;
  there.tree = base.tree.get();
  there.root = base.repository->folder();
  there.name = base.revision;
  const auto state = policy_state(by.options, by.global, there, here);
  if (!state) return fail(state.error());
  auto before =
      analyse_base(base, by.options, plan, imported.resolution->files, there);
  if (!before) return fail(std::move(before.error()));
  HeadJudge judge(base, by.options, plan, imported, analysis);
  JudgedFolder out = judge.judge_under(*state, *before);
  if (by.options.policy_from != "head")
    judge.compare_with(own_gate(by.options, by.global, here), *state, *before,
                       out);
  return out;
}

}  // namespace modgraph
