// Which fixes work together?
// Idea: the fixes of each finding were simulated alone. They are made one after
// the other, best first, and those that no longer help are left out; then what
// is left is searched again, until a search finds nothing.
// Cost: one simulation for each step, and one search for each round.
// Tested by tests/engine/advice/fix_plan_test.cc and tests/oracle/suggest.py.

#include "engine/advice/fix_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

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

bool contains(const std::vector<Finding>& findings,
              const std::string& fingerprint) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.fingerprint == fingerprint;
  });
}

class Planning {
 public:
  Planning(EditSimulator& simulator, const FixOptions& options)
      : simulator_(simulator), options_(options) {}

  void run(std::vector<Target> targets) {
    for (std::size_t round = 0; !targets.empty() && round < kMaxRounds;
         ++round) {
      const std::size_t before = steps.size();
      for (Target& target : targets) take(std::move(target));
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

 private:
  // The best fixes for the files as they are now.
  std::vector<Target> next_targets() const {
    const RequirementLines lines(state_->project.manifests);
    const FixSearch found =
        search_fixes({state_->project, state_->analysis, lines},
                     state_->findings, simulator_, options_);
    return best_of(state_->findings, found.findings);
  }

  // Makes a fix when it still helps after those before it.
  void take(Target target) {
    auto build = simulator_.simulate(target.fix.edits);
    if (!build || build->files.empty()) return;
    if (target.fix.measure) {
      const FixProvider& provider = *fix_provider_of(*target.finding.rule);
      Measure& measure = *target.fix.measure;
      if (state_)
        measure.before =
            provider.measure(state_->project, state_->analysis, target.finding);
      measure.after =
          provider.measure(build->project, build->analysis, target.finding);
      if (!improves(measure, target.fix.edits.size())) return;
    } else if (contains(build->findings, target.finding.fingerprint)) {
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
    bool found = false;
    std::vector<MainEdit> dropped;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      std::erase_if(step->edits, [&](MainEdit& e) {
        if (e.edit.kind == EditKind::kDropExclude &&
            makes(ManifestEdit{EditKind::kExclude, e.edit.module}, e.module)) {
          dropped.push_back(e);
          found = true;
          return true;
        }
        const auto idle = std::find_if(
            dropped.begin(), dropped.end(), [&](const MainEdit& d) {
              return e.edit.kind == EditKind::kExclude &&
                     d.module == e.module && d.edit.module == e.edit.module;
            });
        if (idle == dropped.end()) return false;
        dropped.erase(idle);
        return true;
      });
    }
    std::erase_if(steps, [](const SuggestedFix& s) { return s.edits.empty(); });
    return found;
  }

  bool makes(const ManifestEdit& edit, std::size_t module) const {
    return std::any_of(steps.begin(), steps.end(), [&](const SuggestedFix& s) {
      return std::find(s.edits.begin(), s.edits.end(),
                       MainEdit{module, edit}) != s.edits.end();
    });
  }

  // The steps that are left, one after the other from the beginning.
  void make_again() {
    simulator_.reset();
    files.clear();
    for (SuggestedFix& step : std::exchange(steps, {})) {
      auto build = simulator_.simulate(step.edits);
      if (!build) continue;
      step.commands = commands_of(step.edits, simulator_.unedited().manifests);
      step.lines = changed_lines(build->files);
      add(std::move(step), std::move(*build));
    }
  }

  EditSimulator& simulator_;
  const FixOptions& options_;
  std::optional<SimulatedBuild> state_;  // after the steps so far
};

void count(FixPlan& plan, const std::vector<Finding>& findings,
           const FixOptions& options) {
  for (const Finding& f : findings) {
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
  Planning planning(simulator, options);
  planning.run(best_of(findings, found.findings));
  out.findings = std::move(found.findings);
  out.steps = std::move(planning.steps);
  out.files = std::move(planning.files);
  out.effect = std::move(planning.effect);
  out.untried = found.untried;
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
    if (f.level < options.min_level || provider == nullptr) continue;
    FindingFixes fixes;
    fixes.finding = i;
    for (CandidateFix& c : provider->candidates(evidence, f))
      fixes.fixes.push_back(
          unsimulated(std::move(c), evidence.project.manifests));
    if (!fixes.fixes.empty()) out.findings.push_back(std::move(fixes));
  }
  count(out, findings, options);
  return out;
}

}  // namespace modgraph
