// Which edits make a finding go away?
// Idea: none is believed. Each candidate is applied to a copy of the go.mod
// files, the copy is resolved and judged as the original was, and identities of
// findings are compared.
// Cost: O(trials * (resolution + analysis)).
// Tested by tests/engine/advice/suggest_test.cc and tests/oracle/suggest.py.

#include "engine/advice/suggest.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/findings/rules.h"

namespace modgraph {
namespace {

// Identities of findings of at least one level.
std::vector<std::string_view> identities(const std::vector<Finding>& findings,
                                         Level from) {
  std::vector<std::string_view> out;
  for (const Finding& f : findings)
    if (f.level >= from) out.emplace_back(f.fingerprint);
  std::sort(out.begin(), out.end());
  return out;
}

bool has(const std::vector<std::string_view>& sorted, std::string_view one) {
  return std::binary_search(sorted.begin(), sorted.end(), one);
}

// The first finding that an edit brings in and that is as grave.
const Finding* worse(const std::vector<std::string_view>& before,
                     const std::vector<Finding>& after, Level level) {
  const auto found =
      std::find_if(after.begin(), after.end(), [&](const Finding& f) {
        return f.level >= level && !has(before, f.fingerprint);
      });
  return found == after.end() ? nullptr : &*found;
}

class Suggesting {
 public:
  Suggesting(const Evidence& evidence, const std::vector<Finding>& findings,
             const Try& attempt, const SuggestOptions& options)
      : evidence_(evidence),
        findings_(findings),
        attempt_(attempt),
        options_(options),
        before_(identities(findings, Level::kNote)) {}

  SuggestResult run() {
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      const Finding& f = findings_[i];
      if (f.level < options_.from || f.suppressed) continue;
      const Adviser* const adviser = adviser_of(*f.rule);
      if (adviser == nullptr) continue;
      if (out_.trials >= options_.max_trials) {
        ++out_.untried;
        continue;
      }
      Advice advice = advise(*adviser, f);
      advice.finding = i;
      if (!advice.suggestions.empty() || !advice.why_not.empty())
        out_.advice.push_back(std::move(advice));
    }
    return std::move(out_);
  }

 private:
  Advice advise(const Adviser& adviser, const Finding& f) {
    Advice out;
    for (Candidate& candidate : adviser.candidates(evidence_, f)) {
      if (out_.trials >= options_.max_trials) break;
      ++out_.trials;
      auto tried = attempt_(candidate.edits);
      if (!tried) {
        out.why_not.push_back(candidate.title + ": " +
                              tried.error().front().message);
        continue;
      }
      std::optional<Measure> measure;
      if (adviser.measure != nullptr)
        measure =
            Measure{std::string(adviser.measured),
                    adviser.measure(evidence_.project, evidence_.analysis, f),
                    adviser.measure(tried->project, tried->analysis, f)};
      if (std::string reason =
              refused(f, *tried, candidate.edits.size(), measure);
          !reason.empty()) {
        out.why_not.push_back(candidate.title + ": " + std::move(reason));
        continue;
      }
      out.suggestions.push_back(
          suggestion(std::move(candidate), std::move(*tried), measure));
    }
    std::stable_sort(out.suggestions.begin(), out.suggestions.end(),
                     [](const SuggestedFix& a, const SuggestedFix& b) {
                       return a.effect.size() < b.effect.size();
                     });
    return out;
  }

  // Why an edit that resolves is no suggestion; empty when it is one.
  std::string refused(const Finding& f, const Tried& tried, std::size_t edits,
                      const std::optional<Measure>& measure) const {
    if (measure) {
      if (!improves(*measure, edits))
        return measure->what + " do not get fewer than by the edits alone";
    } else if (has(identities(tried.findings, Level::kNote), f.fingerprint)) {
      return "the finding stays";
    }
    const Finding* const brought =
        worse(before_, tried.findings, std::max(f.level, Level::kWarning));
    if (brought == nullptr) return {};
    return "it brings " + std::string(brought->rule->code) + ": " +
           brought->message;
  }

  SuggestedFix suggestion(Candidate candidate, Tried tried,
                          std::optional<Measure> measure) const {
    SuggestedFix out;
    out.title = std::move(candidate.title);
    out.edits = std::move(candidate.edits);
    out.commands = commands_of(out.edits, evidence_.project.manifests);
    out.lines = changed_lines(tried.files);
    out.effect = effect_of(tried.difference);
    out.measure = std::move(measure);
    out.side_effects = std::move(candidate.side_effects);
    if (tried.reformats)
      out.side_effects.emplace_back(
          "go mod edit formats the whole file: other lines change too");
    out.files = std::move(tried.files);
    return out;
  }

  const Evidence& evidence_;
  const std::vector<Finding>& findings_;
  const Try& attempt_;
  const SuggestOptions& options_;
  const std::vector<std::string_view> before_;
  SuggestResult out_;
};

}  // namespace

bool improves(const Measure& measure, std::size_t edits) {
  return measure.after < measure.before &&
         measure.before - measure.after > edits;
}

SuggestResult suggest(const Evidence& evidence,
                      const std::vector<Finding>& findings, const Try& attempt,
                      const SuggestOptions& options) {
  return Suggesting(evidence, findings, attempt, options).run();
}

}  // namespace modgraph
