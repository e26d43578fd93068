#include "engine/findings/silences.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/analysis/go_mod_lines/line_facts.h"
#include "engine/base/settings_pattern.h"
#include "engine/findings/fingerprint.h"

namespace modgraph {
namespace {

// Where a finding points: what the line says, and the folder of its file.
struct FindingPlace {
  bool is_known = false;  // the file is one of the project's
  std::string_view file;
  std::string_view fact;  // "": the line says none
  std::string_view folder;
};

class FindingPlaces {
 public:
  FindingPlaces(const Project& project, const Gate& gate) {
    for (const Manifest& m : project.manifests) add(m, gate);
    if (project.work) add(*project.work, gate);
    std::sort(files_.begin(), files_.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
  }

  /// Of a finding without a place, or about a file of no go.mod, the only
  /// go.mod counts.
  FindingPlace of(const Finding& finding) const {
    const std::string_view name =
        finding.location ? std::string_view(finding.location->file) : "";
    const auto at = std::lower_bound(
        files_.begin(), files_.end(), name,
        [](const auto& f, std::string_view n) { return f.name < n; });
    if (at == files_.end() || at->name != name) {
      if (files_.size() != 1) return {};
      return {true, files_.front().name, {}, files_.front().folder};
    }
    const LineFact* fact = fact_at(at->facts, finding.location->line);
    return {true, name, fact == nullptr ? std::string_view() : fact->name,
            at->folder};
  }

 private:
  struct File {
    std::string_view name;
    std::string_view folder;
    std::vector<LineFact> facts;
  };

  void add(const Manifest& manifest, const Gate& gate) {
    const auto row = std::find_if(
        gate.folders.begin(), gate.folders.end(),
        [&](const FileFolder& f) { return f.file == manifest.file; });
    files_.push_back({manifest.file,
                      row == gate.folders.end() ? std::string_view(".")
                                                : std::string_view(row->folder),
                      line_facts(manifest)});
  }

  std::vector<File> files_;  // by name
};

bool names_subject(std::span<const std::string> patterns,
                   const Finding& finding) {
  return std::any_of(
      finding.subjects.begin(), finding.subjects.end(),
      [&](const Subject& s) { return matches_patterns(patterns, s.module); });
}

bool is_about(const Silence& silence, const Finding& finding,
              const FindingPlace& place) {
  if (!silence.modules.empty() && !names_subject(silence.modules, finding))
    return false;
  if (!silence.in.empty() &&
      !(place.is_known && matches_pattern(silence.in, place.folder)))
    return false;
  if (silence.file.empty()) return true;
  if (!place.is_known || place.file != silence.file) return false;
  return silence.facts.empty() ||
         std::find(silence.facts.begin(), silence.facts.end(), place.fact) !=
             silence.facts.end();
}

class Silencer {
 public:
  Silencer(const Project& project, const Gate& gate,
           std::span<const Silence> comments)
      : gate_(gate), places_(project, gate), owners_(project) {
    for (const RuleSetting& s : gate.rules.levels)
      if (const Rule* rule = find_rule(s.rule); rule && !s.ignore.empty())
        left_out_[rule->code].push_back(&s);
    for (const Silence& s : gate.ignores) add(s);
    for (const Silence& s : comments) add(s);
    for (const BaselineEntry& entry : gate.baseline.entries)
      used_.baseline.push_back({&entry});
  }

  void apply(Finding& finding) {
    const std::string_view code = finding.rule->code;
    if (const auto at = left_out_.find(code); at != left_out_.end())
      leave_out(at->second, finding);
    if (const auto at = by_rule_.find(code); at != by_rule_.end())
      try_silences(at->second, finding);
    if (!used_.baseline.empty()) look_up(finding);
  }

  SilencesUsed result() && { return std::move(used_); }

 private:
  void add(const Silence& silence) {
    const bool ended = !silence.until.empty() && silence.until < gate_.today;
    for (const std::string& name : silence.rules)
      if (const Rule* rule = find_rule(name))
        by_rule_[rule->code].push_back(used_.silences.size());
    used_.silences.push_back({&silence, ended});
  }

  static void mark(Finding& finding, std::string_view by, std::string reason) {
    if (!finding.suppressed)
      finding.suppressed = Suppression{std::string(by), std::move(reason)};
  }

  static void leave_out(const std::vector<const RuleSetting*>& settings,
                        Finding& finding) {
    for (const RuleSetting* s : settings)
      if (names_subject(s->ignore, finding))
        mark(finding, "config", "the settings ignore it in this rule");
  }

  // All that are about it have done something, though one is enough.
  void try_silences(const std::vector<std::size_t>& tried, Finding& finding) {
    const FindingPlace place = places_.of(finding);
    for (const std::size_t i : tried) {
      SilenceUse& use = used_.silences[i];
      const Silence& silence = *use.silence;
      if (!is_about(silence, finding, place)) continue;
      ++use.hits;
      for (const Subject& s : finding.subjects)
        if (use.subjects.size() < kMostSilenced) use.subjects.push_back(s);
      if (!use.ended)
        mark(finding, silence.file.empty() ? "config" : "comment",
             silence.reason);
    }
  }

  void look_up(Finding& finding) {
    const FindingIdentity identity = identity_of(finding, owners_.of(finding));
    BaselineUse* const use = entry_for(identity);
    if (use == nullptr) return;
    ++use->hits;
    if (use->hits <= use->entry->count)
      mark(finding, "baseline", use->entry->reason);
  }

  BaselineUse* entry_for(const FindingIdentity& identity) {
    const auto at =
        std::lower_bound(used_.baseline.begin(), used_.baseline.end(), identity,
                         [](const BaselineUse& use, const FindingIdentity& i) {
                           return use.entry->finding < i;
                         });
    if (at != used_.baseline.end() && at->entry->finding == identity)
      return &*at;
    return identity.rule.starts_with("MG1") ? larger_cycle(identity) : nullptr;
  }

  // A cycle that lost a member is the cycle that was known.
  BaselineUse* larger_cycle(const FindingIdentity& identity) {
    const auto begin = std::lower_bound(
        used_.baseline.begin(), used_.baseline.end(), identity,
        [](const BaselineUse& use, const FindingIdentity& i) {
          return std::tie(use.entry->finding.rule, use.entry->finding.main) <
                 std::tie(i.rule, i.main);
        });
    for (auto at = begin; at != used_.baseline.end(); ++at) {
      const FindingIdentity& known = at->entry->finding;
      if (known.rule != identity.rule || known.main != identity.main) break;
      if (is_within(identity, known)) return &*at;
    }
    return nullptr;
  }

  const Gate& gate_;
  FindingPlaces places_;
  FingerprintOwners owners_;
  SilencesUsed used_;
  // By the code of a rule.
  std::map<std::string_view, std::vector<std::size_t>> by_rule_;
  std::map<std::string_view, std::vector<const RuleSetting*>> left_out_;
};

}  // namespace

SilencesUsed silence_findings(const Project& project, const Gate& gate,
                              std::span<const Silence> comments,
                              std::span<Finding> findings) {
  const bool has_patterns =
      std::any_of(gate.rules.levels.begin(), gate.rules.levels.end(),
                  [](const RuleSetting& s) { return !s.ignore.empty(); });
  if (gate.ignores.empty() && comments.empty() &&
      gate.baseline.entries.empty() && !has_patterns)
    return {};
  Silencer silencer(project, gate, comments);
  for (Finding& finding : findings) silencer.apply(finding);
  return std::move(silencer).result();
}

}  // namespace modgraph
