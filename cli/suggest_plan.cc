#include "cli/suggest_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace modgraph {
namespace {

// A round makes all suggestions that hold together; the next one finds what
// these have made possible. Each takes something away, so that they end.
constexpr std::size_t kMostRounds = 1000;

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
  const Rule* rule = nullptr;
  Finding finding;
  Suggestion suggestion;
};

std::vector<Aim> best_of(const std::vector<Finding>& findings,
                         SuggestResult found) {
  std::vector<Aim> out;
  for (Advice& advice : found.advice)
    if (!advice.suggestions.empty())
      out.push_back({findings[advice.finding].rule, findings[advice.finding],
                     std::move(advice.suggestions.front())});
  return out;
}

class Planning {
 public:
  Planning(TrialBench& bench, const SuggestOptions& options)
      : bench_(bench), options_(options) {}

  void run(const std::vector<Finding>& findings, SuggestResult found) {
    std::vector<Aim> aims = best_of(findings, std::move(found));
    for (std::size_t round = 0; !aims.empty() && round < kMostRounds; ++round) {
      const std::size_t before = steps.size();
      for (Aim& aim : aims) take(std::move(aim));
      aims.clear();
      if (steps.size() == before || !state_) break;
      const RequirementLines lines(state_->project.manifests);
      aims = best_of(
          state_->findings,
          suggest(
              {state_->project, state_->analysis, lines}, state_->findings,
              [this](std::span<const MainEdit> edits) {
                return bench_.attempt(edits);
              },
              options_));
    }
  }

  std::vector<Suggestion> steps;
  std::vector<EditedFile> files;
  BuildEffect effect;

 private:
  // Makes a suggestion when it still holds after those before it.
  void take(Aim aim) {
    auto tried = bench_.attempt(aim.suggestion.edits);
    if (!tried || tried->files.empty()) return;
    if (aim.suggestion.measure) {
      const Adviser& adviser = *adviser_of(*aim.rule);
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
