// Which edits make a finding go away?
// Idea: no candidate is believed. Each is applied to a copy of the go.mod
// files, the copy is resolved and checked as the original was, and the
// fingerprints of the findings are compared.
// Cost: O(trials * (resolution + analysis)).
// Tested by tests/engine/advice/fix_search_test.cc and tests/oracle/suggest.py.

#include "engine/advice/fix_search.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

std::vector<std::string_view> fingerprints(
    const std::vector<Finding>& findings) {
  std::vector<std::string_view> out;
  for (const Finding& f : findings) out.emplace_back(f.fingerprint);
  std::sort(out.begin(), out.end());
  return out;
}

bool has(const std::vector<std::string_view>& sorted, std::string_view one) {
  return std::binary_search(sorted.begin(), sorted.end(), one);
}

class FixFinder {
 public:
  FixFinder(const Evidence& evidence, const std::vector<Finding>& findings,
            const EditSimulator& simulator, const FixOptions& options)
      : evidence_(evidence),
        findings_(findings),
        simulator_(simulator),
        options_(options),
        before_(fingerprints(findings)) {}

  FixSearch run() {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Finding& f = findings_[i];
      if (f.level < options_.min_level || f.suppressed) continue;
      const FixProvider* const provider = fix_provider_of(*f.rule);
      if (provider == nullptr) continue;
      if (out_.trials >= options_.max_trials) {
        ++out_.untried;
        continue;
      }
      FindingFixes found = fixes_of(*provider, f);
      found.finding = i;
      if (!found.fixes.empty() || !found.rejected.empty())
        out_.findings.push_back(std::move(found));
    }
    return std::move(out_);
  }

 private:
  FindingFixes fixes_of(const FixProvider& provider, const Finding& f) {
    FindingFixes out;
    for (CandidateFix& candidate : provider.candidates(evidence_, f)) {
      if (out_.trials >= options_.max_trials) break;
      ++out_.trials;
      auto build = simulator_.simulate(candidate.edits);
      if (!build) {
        out.rejected.push_back(candidate.title + ": " +
                               build.error().front().message);
        continue;
      }
      std::optional<Measure> measure;
      if (provider.measure != nullptr)
        measure =
            Measure{std::string(provider.measured),
                    provider.measure(evidence_.project, evidence_.analysis, f),
                    provider.measure(build->project, build->analysis, f)};
      if (std::string reason =
              why_rejected(f, *build, candidate.edits.size(), measure);
          !reason.empty()) {
        out.rejected.push_back(candidate.title + ": " + std::move(reason));
        continue;
      }
      out.fixes.push_back(
          simulated(std::move(candidate), std::move(*build), measure));
    }
    std::stable_sort(out.fixes.begin(), out.fixes.end(),
                     [](const SuggestedFix& a, const SuggestedFix& b) {
                       return a.effect.size() < b.effect.size();
                     });
    return out;
  }

  // Why edits that resolve are no fix; empty when they are one.
  std::string why_rejected(const Finding& f, const SimulatedBuild& build,
                           std::size_t edits,
                           const std::optional<Measure>& measure) const {
    if (measure) {
      if (!improves(*measure, edits))
        return measure->what + ": no fewer than the edits themselves remove";
    } else if (has(fingerprints(build.findings), f.fingerprint)) {
      return "the finding remains";
    }
    const Level severe = std::max(f.level, Level::kWarning);
    const auto brought = std::find_if(
        build.findings.begin(), build.findings.end(), [&](const Finding& n) {
          return n.level >= severe && !has(before_, n.fingerprint);
        });
    if (brought == build.findings.end()) return {};
    return "it causes " + std::string(brought->rule->code) + ": " +
           brought->message;
  }

  SuggestedFix simulated(CandidateFix candidate, SimulatedBuild build,
                         std::optional<Measure> measure) const {
    SuggestedFix out =
        unsimulated(std::move(candidate), evidence_.project.manifests);
    out.lines = changed_lines(build.files);
    out.effect = effect_of(build.difference);
    out.measure = std::move(measure);
    if (build.reformats)
      out.side_effects.emplace_back(
          "go mod edit reformats the whole file: other lines change too");
    out.files = std::move(build.files);
    return out;
  }

  const Evidence& evidence_;
  const std::vector<Finding>& findings_;
  const EditSimulator& simulator_;
  const FixOptions& options_;
  const std::vector<std::string_view> before_;
  FixSearch out_;
};

}  // namespace

bool improves(const Measure& measure, std::size_t edits) {
  return measure.after < measure.before &&
         measure.before - measure.after > edits;
}

FixSearch search_fixes(const Evidence& evidence,
                       const std::vector<Finding>& findings,
                       const EditSimulator& simulator,
                       const FixOptions& options) {
  return FixFinder(evidence, findings, simulator, options).run();
}

}  // namespace modgraph
