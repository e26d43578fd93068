#include "cli/suggest_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace modgraph {
namespace {

// A round makes all suggestions that hold together; the next one finds what
// these have made possible. Each takes something away, so that they end.
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

// What a suggestion was made for.
struct Aim {
  Finding finding;
  SuggestedFix suggestion;
};

std::vector<Aim> best_of(const std::vector<Finding>& findings,
                         SuggestResult found) {
  std::vector<Aim> out;
  for (Advice& advice : found.advice)
    if (!advice.suggestions.empty())
      out.push_back(
          {findings[advice.finding], std::move(advice.suggestions.front())});
  return out;
}

class Planning {
 public:
  Planning(TrialBench& bench, const SuggestOptions& options)
      : bench_(bench), options_(options) {}

  void run(const std::vector<Finding>& findings, SuggestResult found) {
    std::vector<Aim> aims = best_of(findings, std::move(found));
    for (std::size_t round = 0; !aims.empty() && round < kMaxRounds; ++round) {
      const std::size_t before = steps.size();
      for (Aim& aim : aims) take(std::move(aim));
      if (steps.size() == before || !state_) break;
      aims = next_aims();
      if (aims.empty() && without_idle_exclusions()) {
        make_again();
        aims = next_aims();
      }
    }
  }

  std::vector<SuggestedFix> steps;
  std::vector<EditedFile> files;
  BuildEffect effect;

 private:
  // What is suggested for the files as they are now.
  std::vector<Aim> next_aims() {
    const RequirementLines lines(state_->project.manifests);
    return best_of(
        state_->findings,
        suggest(
            {state_->project, state_->analysis, lines}, state_->findings,
            [this](std::span<const MainEdit> edits) {
              return bench_.attempt(edits);
            },
            options_));
  }

  // Later exclusions can make earlier ones idle, which are dropped then: better
  // not to make them at all. True when there were such.
  bool without_idle_exclusions() {
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
    bench_.start_again();
    files.clear();
    std::vector<SuggestedFix> left = std::exchange(steps, {});
    std::vector<Manifest> manifests;
    for (const MainModule& m : bench_.mains().modules)
      manifests.push_back(m.manifest);
    for (SuggestedFix& s : left) {
      auto tried = bench_.attempt(s.edits);
      if (!tried) continue;
      s.commands = commands_of(s.edits, manifests);
      s.lines = changed_lines(tried->files);
      join_files(files, tried->files);
      effect = effect_of(tried->difference);
      bench_.keep(tried->files);
      steps.push_back(std::move(s));
      state_.emplace(std::move(*tried));
    }
  }

  // Makes a suggestion when it still holds after those before it.
  void take(Aim aim) {
    auto tried = bench_.attempt(aim.suggestion.edits);
    if (!tried || tried->files.empty()) return;
    if (aim.suggestion.measure) {
      const Adviser& adviser = *adviser_of(*aim.finding.rule);
      Measure& measure = *aim.suggestion.measure;
      if (state_)
        measure.before =
            adviser.measure(state_->project, state_->analysis, aim.finding);
      measure.after =
          adviser.measure(tried->project, tried->analysis, aim.finding);
      if (!improves(measure, aim.suggestion.edits.size())) return;
    } else if (stands(aim.finding, tried->findings)) {
      return;
    }
    join_files(files, tried->files);
    effect = effect_of(tried->difference);
    bench_.keep(tried->files);
    steps.push_back(std::move(aim.suggestion));
    state_.emplace(std::move(*tried));
  }

  static bool stands(const Finding& finding,
                     const std::vector<Finding>& after) {
    return std::any_of(after.begin(), after.end(), [&](const Finding& f) {
      return f.fingerprint == finding.fingerprint;
    });
  }

  TrialBench& bench_;
  const SuggestOptions& options_;
  std::optional<Tried> state_;  // after the steps so far
};

}  // namespace

SuggestAnswer suggest_plan(TrialBench& bench, const Evidence& evidence,
                           const std::vector<Finding>& findings,
                           const SuggestOptions& options) {
  SuggestAnswer out;
  const Try attempt = [&](std::span<const MainEdit> edits) {
    return bench.attempt(edits);
  };
  SuggestResult found = suggest(evidence, findings, attempt, options);
  out.untried = found.untried;
  for (const Advice& advice : found.advice) {
    AdvisedFinding& one = out.findings.emplace_back();
    one.finding = findings[advice.finding];
    one.finding.suggestions = advice.suggestions;
    one.why_not = advice.why_not;
  }
  Planning planning(bench, options);
  planning.run(findings, std::move(found));
  out.plan = std::move(planning.steps);
  out.files = std::move(planning.files);
  out.effect = std::move(planning.effect);
  return out;
}

}  // namespace modgraph
