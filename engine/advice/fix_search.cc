// Which edits make a finding go away?
// Idea: no candidate is believed. Each is applied to a copy of the go.mod
// files, the copy is resolved and checked as the original was, and the
// fingerprints of the findings are compared. Equal candidates are tried once,
// and what speaks against one is asked before the analysis.
// Cost: O(trials * (resolution + analysis)).
// Tested by tests/engine/advice/fix_search_test.cc and tests/oracle/suggest.py.

#include "engine/advice/fix_search.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/advice/edit_checks.h"
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

// Of the findings that edits bring, one speaks against them. They are in the
// order of their levels.
constexpr std::size_t kMaxBrought = 1;

// What one set of edits leads to, for every finding that it may end.
struct Outcome {
  std::string against;      // why it is no fix of anything; "": unknown
  bool was_tried = true;    // false: what it needs is not at hand
  SuggestedFix fix;         // but for its title
  std::uint64_t after = 0;  // the provider's measure
  std::vector<std::string_view> gone;  // fingerprints of findings, ascending
  std::vector<Finding> brought;        // the worst that was not there before
};

// A set of edits and what is measured of it.
std::string candidate_key(const FixProvider& provider,
                          const CandidateFix& candidate) {
  std::string out(provider.measured);
  for (const MainEdit& e : candidate.edits)
    out += '\n' + std::to_string(e.module) + flag_of(e.edit);
  return out;
}

std::string no_less(std::string_view what) {
  return std::string(what) + ": no fewer than the edits themselves remove";
}

class FixFinder {
 public:
  FixFinder(const Evidence& evidence, const std::vector<Finding>& findings,
            const EditSimulator& simulator, const FixOptions& options)
      : evidence_(with_versions(evidence, simulator)),
        findings_(findings),
        simulator_(simulator),
        options_(options),
        before_(fingerprints(findings)),
        work_of_trial_(trial_work(evidence.project)),
        checker_(simulator) {}

  FixSearch run() {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Finding& f = findings_[i];
      if (f.level < options_.min_level || f.suppressed) continue;
      const FixProvider* const provider = fix_provider_of(*f.rule);
      if (provider == nullptr) continue;
      if (has_ended()) {
        ++out_.untried;
        continue;
      }
      FindingFixes found = fixes_of(*provider, f);
      found.finding = i;
      if (!found.fixes.empty() || !found.rejected.empty() ||
          !found.not_tried.empty())
        out_.findings.push_back(std::move(found));
    }
    return std::move(out_);
  }

 private:
  static Evidence with_versions(Evidence evidence,
                                const EditSimulator& simulator) {
    if (simulator.source().versions)
      evidence.versions = &simulator.source().versions;
    return evidence;
  }

  bool has_ended() const {
    return out_.trials >= options_.max_trials ||
           out_.work + work_of_trial_ > options_.max_work;
  }

  FindingFixes fixes_of(const FixProvider& provider, const Finding& f) {
    FindingFixes out;
    std::vector<std::pair<bool, SuggestedFix>> fixes;
    for (CandidateFix& candidate : provider.candidates(evidence_, f)) {
      const std::string key = candidate_key(provider, candidate);
      auto known = outcomes_.find(key);
      if (known == outcomes_.end()) {
        if (has_ended()) break;
        if (options_.progress) options_.progress(out_.trials);
        ++out_.trials;
        out_.work += work_of_trial_;
        known =
            outcomes_.emplace(key, outcome_of(provider, f, candidate)).first;
      }
      const Outcome& outcome = known->second;
      std::optional<Measure> measure;
      if (provider.measure != nullptr && outcome.against.empty())
        measure =
            Measure{std::string(provider.measured),
                    provider.measure(evidence_.project, evidence_.analysis, f),
                    outcome.after};
      std::string reason =
          why_rejected(f, outcome, candidate.edits.size(), measure);
      if (!reason.empty()) {
        (outcome.was_tried ? out.rejected : out.not_tried)
            .push_back(candidate.title + ": " + std::move(reason));
        continue;
      }
      SuggestedFix fix = outcome.fix;
      fix.title = std::move(candidate.title);
      fix.measure = std::move(measure);
      fix.also_ends = ended_besides(f, outcome);
      fixes.emplace_back(candidate.preferred, std::move(fix));
    }
    std::stable_sort(fixes.begin(), fixes.end(),
                     [](const auto& a, const auto& b) {
                       if (a.first != b.first) return a.first;
                       return a.second.effect.size() < b.second.effect.size();
                     });
    for (auto& [preferred, fix] : fixes) out.fixes.push_back(std::move(fix));
    return out;
  }

  // Tries what costs little first: what is refused needs no analysis.
  Outcome outcome_of(const FixProvider& provider, const Finding& f,
                     const CandidateFix& candidate) {
    Outcome out;
    out.against = kept_line(candidate.edits, simulator_.unedited().manifests);
    if (!out.against.empty()) return out;
    auto tried = simulator_.try_edits(candidate.edits);
    if (!tried) {
      const Error& error = tried.error().front();
      out.was_tried = error.kind != ErrorKind::kEnvironment;
      out.against = first_line(error.message);
      return out;
    }
    EditChecks checks =
        checker_.check(candidate.edits, *tried,
                       {options_.allow_downgrade, f.level == Level::kError});
    out.against = std::move(checks.against);
    if (!out.against.empty()) return out;
    if (provider.measure != nullptr) {
      out.against = why_not_less(provider, candidate, *tried);
      if (!out.against.empty()) return out;
    }
    for (std::string& sentence :
         below_minimum(candidate.edits, simulator_.unedited(), tried->project))
      checks.side_effects.push_back(std::move(sentence));
    SimulatedBuild build = simulator_.analysed(std::move(*tried));
    if (provider.measure != nullptr)
      out.after = provider.measure(build.project, build.analysis, f);
    const std::vector<std::string_view> left = fingerprints(build.findings);
    std::set_difference(before_.begin(), before_.end(), left.begin(),
                        left.end(), std::back_inserter(out.gone));
    for (const Finding& n : build.findings)
      if (n.level >= Level::kWarning && !has(before_, n.fingerprint) &&
          out.brought.size() < kMaxBrought)
        out.brought.push_back(n);
    for (std::string& command : sum_commands(evidence_.project, build.project))
      checks.then.push_back(std::move(command));
    out.fix = simulated(candidate, std::move(build), std::move(checks));
    return out;
  }

  // Whatever is measured falls by no more than vertices leave the graph.
  std::string why_not_less(const FixProvider& provider,
                           const CandidateFix& candidate,
                           const TriedEdits& tried) const {
    if (tried.difference.none()) return "the build list stays the same";
    if (tried.project.graph.node_count() + candidate.edits.size() <
        evidence_.project.graph.node_count())
      return {};
    return no_less(provider.measured);
  }

  // Why edits that resolve are no fix; empty when they are one.
  std::string why_rejected(const Finding& f, const Outcome& outcome,
                           std::size_t edits,
                           const std::optional<Measure>& measure) const {
    if (!outcome.against.empty()) return outcome.against;
    if (measure) {
      if (!improves(*measure, edits)) return no_less(measure->what);
    } else if (!has(outcome.gone, f.fingerprint)) {
      return "the finding remains";
    }
    const Level severe = std::max(f.level, Level::kWarning);
    const auto brought =
        std::find_if(outcome.brought.begin(), outcome.brought.end(),
                     [&](const Finding& n) { return n.level >= severe; });
    if (brought == outcome.brought.end()) return {};
    return "it causes " + std::string(brought->rule->code) + ": " +
           brought->message;
  }

  // How many other findings are no longer there.
  static std::size_t ended_besides(const Finding& f, const Outcome& outcome) {
    return outcome.gone.size() - (has(outcome.gone, f.fingerprint) ? 1 : 0);
  }

  SuggestedFix simulated(const CandidateFix& candidate, SimulatedBuild build,
                         EditChecks checks) const {
    SuggestedFix out = unsimulated(candidate, evidence_.project.manifests);
    out.lines = changed_lines(build.files);
    out.effect = effect_of(build.difference);
    for (std::string& also : checks.side_effects)
      out.side_effects.push_back(std::move(also));
    if (build.reformats)
      out.side_effects.emplace_back(
          "go mod edit reformats the whole file: other lines change too");
    out.then = std::move(checks.then);
    out.commands.insert(out.commands.end(), out.then.begin(), out.then.end());
    return out;
  }

  const Evidence evidence_;
  const std::vector<Finding>& findings_;
  const EditSimulator& simulator_;
  const FixOptions& options_;
  const std::vector<std::string_view> before_;
  const std::size_t work_of_trial_;
  EditChecker checker_;
  std::map<std::string, Outcome> outcomes_;
  FixSearch out_;
};

}  // namespace

std::size_t trial_work(const Project& project) {
  constexpr std::size_t kOfVertexOrEdge = 32;
  std::size_t out =
      kOfVertexOrEdge *
      (project.graph.node_count() + project.graph.requirements().edge_count());
  for (const Manifest& m : project.manifests) out += m.text.size();
  return out;
}

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
