// Which fixes work together?
// Idea: the fixes of each finding were simulated alone. They are made one after
// the other, best first, and those that no longer help are left out; then what
// is left is searched again, until a search finds nothing.
// Cost: one simulation for each step, and one search for each round.
// Tested by tests/engine/advice/fix_plan_test.cc and tests/oracle/suggest.py.

#include "engine/advice/fix_plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/advice/edit_checks.h"

namespace modgraph {
namespace {

// A round makes all fixes that work together; the next one finds what these
// have made possible. Each removes something, so they end.
constexpr std::size_t kMaxRounds = 1000;

// The files of later edits go on from those of earlier ones.
void join_files(std::vector<EditedFile>& files,
                const std::vector<EditedFile>& later) {
  for (const EditedFile& f : later) {
    const auto same =
        std::find_if(files.begin(), files.end(),
                     [&](const EditedFile& e) { return e.file == f.file; });
    if (same == files.end())
      files.push_back(f);
    else
      same->after = f.after;
  }
}

// A fix and what it was found for.
struct Target {
  Finding finding;
  SuggestedFix fix;
};

std::vector<Target> best_of(const std::vector<Finding>& findings,
                            const std::vector<FindingFixes>& found) {
  std::vector<Target> out;
  for (const FindingFixes& f : found)
    if (!f.fixes.empty()) out.push_back({findings[f.finding], f.fixes.front()});
  return out;
}

// Of findings, which stay where they are.
class FingerprintSet {
 public:
  explicit FingerprintSet(const std::vector<Finding>& findings) {
    for (const Finding& f : findings) sorted_.emplace_back(f.fingerprint);
    std::sort(sorted_.begin(), sorted_.end());
  }
  bool has(std::string_view fingerprint) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), fingerprint);
  }

 private:
  std::vector<std::string_view> sorted_;
};

// Edits that were seen, each once.
class SeenEdits {
 public:
  // False if it was there.
  bool add(const MainEdit& edit) {
    return seen_.emplace(edit.module, flag_of(edit.edit)).second;
  }

 private:
  std::set<std::pair<std::size_t, std::string>> seen_;
};

class Planning {
 public:
  Planning(EditSimulator& simulator, const std::vector<Finding>& findings,
           const FixOptions& options)
      : simulator_(simulator), known_(findings), options_(options) {}

  // Work that was done before.
  void spent(std::size_t work) {
    options_.max_work -= std::min(options_.max_work, work);
  }

  void run(std::vector<Target> targets) {
    for (std::size_t round = 0; !targets.empty() && round < kMaxRounds;
         ++round) {
      const std::size_t before = steps.size();
      if (!take_all(targets)) take_each(targets);
      if (steps.size() == before || !state_) break;
      targets = next_targets();
      if (targets.empty() && drop_idle_exclusions()) {
        make_again();
        targets = next_targets();
      }
    }
  }

  std::vector<SuggestedFix> steps;
  std::vector<EditedFile> files;
  BuildEffect effect;
  std::size_t untried = 0;  // fixes that were found, and not made

 private:
  // Whether this many simulations are within the limit, of which they take.
  bool may_work(std::size_t simulations) {
    const std::size_t work = simulations * trial_work(simulator_.unedited());
    if (work > options_.max_work) return false;
    options_.max_work -= work;
    return true;
  }

  // The best fixes for the files as they are now.
  std::vector<Target> next_targets() {
    const RequirementLines lines(state_->project.manifests);
    FixSearch found = search_fixes({state_->project, state_->analysis, lines,
                                    &simulator_.source().gate.rules.policy},
                                   state_->findings, simulator_, options_);
    spent(found.work);
    return best_of(state_->findings, found.findings);
  }

  // Most fixes have nothing to do with each other: all of them at once, when
  // each does what it did alone. False: nothing was done.
  bool take_all(std::vector<Target>& targets) {
    if (targets.size() < 2) return false;
    std::vector<MainEdit> edits;
    SeenEdits wanted;
    for (const Target& t : targets) {
      if (t.fix.measure) return false;
      for (const MainEdit& e : t.fix.edits)
        if (wanted.add(e)) edits.push_back(e);
    }
    auto tried = simulator_.try_edits(edits);
    if (!tried || tried->files.empty() || !may_make(edits, *tried))
      return false;
    SimulatedBuild build = simulator_.analysed(std::move(*tried));
    const FingerprintSet left(build.findings);
    for (const Target& t : targets)
      if (left.has(t.finding.fingerprint)) return false;
    if (brings_severe(build)) return false;
    join_files(files, build.files);
    effect = effect_of(build.difference);
    simulator_.keep(build);
    SeenEdits made;
    for (Target& t : targets) {
      std::erase_if(t.fix.edits,
                    [&](const MainEdit& e) { return !made.add(e); });
      if (!t.fix.edits.empty()) steps.push_back(std::move(t.fix));
    }
    state_.emplace(std::move(build));
    return true;
  }

  // Whether nothing speaks against the edits together.
  bool may_make(std::span<const MainEdit> edits, const TriedEdits& tried) {
    return EditChecker(simulator_)
        .check(edits, tried, {options_.allow_downgrade, false})
        .against.empty();
  }

  bool brings_severe(const SimulatedBuild& build) const {
    return std::any_of(
        build.findings.begin(), build.findings.end(), [&](const Finding& f) {
          return f.level >= Level::kWarning && !known_.has(f.fingerprint);
        });
  }

  void take_each(std::vector<Target>& targets) {
    for (Target& target : targets) {
      if (may_work(1))
        take(std::move(target));
      else
        ++untried;
    }
  }

  // Makes a fix when it still helps after those before it.
  void take(Target target) {
    auto tried = simulator_.try_edits(target.fix.edits);
    if (!tried || tried->files.empty()) return;
    const bool ends_error = target.finding.level == Level::kError;
    if (!EditChecker(simulator_)
             .check(target.fix.edits, *tried,
                    {options_.allow_downgrade, ends_error})
             .against.empty())
      return;
    std::optional<SimulatedBuild> build =
        simulator_.analysed(std::move(*tried));
    if (target.fix.measure) {
      const FixProvider& provider = *fix_provider_of(*target.finding.rule);
      Measure& measure = *target.fix.measure;
      if (state_)
        measure.before =
            provider.measure(state_->project, state_->analysis, target.finding);
      measure.after =
          provider.measure(build->project, build->analysis, target.finding);
      if (!improves(measure, target.fix.edits.size())) return;
    } else if (FingerprintSet(build->findings)
                   .has(target.finding.fingerprint)) {
      return;
    }
    add(std::move(target.fix), std::move(*build));
  }

  void add(SuggestedFix fix, SimulatedBuild build) {
    join_files(files, build.files);
    effect = effect_of(build.difference);
    simulator_.keep(build);
    steps.push_back(std::move(fix));
    state_.emplace(std::move(build));
  }

  // Later exclusions can make earlier ones idle, which are dropped then: better
  // not to make them at all. True when there were such.
  bool drop_idle_exclusions() {
    std::set<Exclusion> made;
    for (const SuggestedFix& step : steps)
      for (const MainEdit& e : step.edits)
        if (e.edit.kind == EditKind::kExclude) made.insert(exclusion_of(e));
    std::set<Exclusion> idle;
    for (const SuggestedFix& step : steps)
      for (const MainEdit& e : step.edits)
        if (e.edit.kind == EditKind::kDropExclude &&
            made.count(exclusion_of(e)) > 0)
          idle.insert(exclusion_of(e));
    if (idle.empty() || !may_work(steps.size())) return false;
    for (SuggestedFix& step : steps)
      std::erase_if(step.edits, [&](const MainEdit& e) {
        return (e.edit.kind == EditKind::kExclude ||
                e.edit.kind == EditKind::kDropExclude) &&
               idle.count(exclusion_of(e)) > 0;
      });
    std::erase_if(steps, [](const SuggestedFix& s) { return s.edits.empty(); });
    return true;
  }

  // Which go.mod excludes what.
  using Exclusion = std::tuple<std::size_t, std::string, std::string>;
  static Exclusion exclusion_of(const MainEdit& e) {
    return {e.module, e.edit.module.path, e.edit.module.version};
  }

  // The steps that are left, one after the other from the beginning.
  void make_again() {
    simulator_.reset();
    files.clear();
    for (SuggestedFix& step : std::exchange(steps, {})) {
      auto build = simulator_.simulate(step.edits);
      if (!build) continue;
      step.commands = commands_of(step.edits, simulator_.unedited().manifests);
      step.commands.insert(step.commands.end(), step.then.begin(),
                           step.then.end());
      step.lines = changed_lines(build->files);
      add(std::move(step), std::move(*build));
    }
  }

  EditSimulator& simulator_;
  const FingerprintSet known_;  // before any step
  FixOptions options_;
  std::optional<SimulatedBuild> state_;  // after the steps so far
};

// Errors, then what ends the most besides itself, then the order of the report.
void put_roots_first(const std::vector<Finding>& findings,
                     std::vector<FindingFixes>& found) {
  const auto ends = [](const FindingFixes& f) {
    return f.fixes.empty() ? 0 : f.fixes.front().also_ends;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const FindingFixes& a, const FindingFixes& b) {
                     const bool x = findings[a.finding].level == Level::kError;
                     const bool y = findings[b.finding].level == Level::kError;
                     if (x != y) return x;
                     return ends(a) > ends(b);
                   });
}

void count(FixPlan& plan, const std::vector<Finding>& findings,
           const FixOptions& options) {
  for (const Finding& f : findings) {
    if (f.suppressed) continue;
    if (f.level < options.min_level) {
      ++plan.below_level;
      continue;
    }
    ++plan.considered;
    plan.unfixable += fix_provider_of(*f.rule) == nullptr ? 1u : 0u;
  }
}

}  // namespace

FixPlan plan_fixes(EditSimulator& simulator, const Evidence& evidence,
                   const std::vector<Finding>& findings,
                   const FixOptions& options) {
  FixPlan out;
  FixSearch found = search_fixes(evidence, findings, simulator, options);
  put_roots_first(findings, found.findings);
  Planning planning(simulator, findings, options);
  planning.spent(found.work);
  planning.run(best_of(findings, found.findings));
  out.findings = std::move(found.findings);
  out.steps = std::move(planning.steps);
  out.files = std::move(planning.files);
  out.effect = std::move(planning.effect);
  for (const SuggestedFix& step : out.steps)
    for (const std::string& command : step.then)
      if (std::find(out.then.begin(), out.then.end(), command) ==
          out.then.end())
        out.then.push_back(command);
  out.untried = found.untried + planning.untried;
  count(out, findings, options);
  return out;
}

FixPlan unsimulated_plan(const Evidence& evidence,
                         const std::vector<Finding>& findings,
                         const FixOptions& options) {
  FixPlan out;
  out.simulated = false;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& f = findings[i];
    const FixProvider* const provider = fix_provider_of(*f.rule);
    if (f.level < options.min_level || f.suppressed || provider == nullptr)
      continue;
    FindingFixes fixes;
    fixes.finding = i;
    for (CandidateFix& c : provider->candidates(evidence, f))
      if (kept_line(c.edits, evidence.project.manifests).empty())
        fixes.fixes.push_back(
            unsimulated(std::move(c), evidence.project.manifests));
    if (!fixes.fixes.empty()) out.findings.push_back(std::move(fixes));
  }
  count(out, findings, options);
  return out;
}

}  // namespace modgraph
