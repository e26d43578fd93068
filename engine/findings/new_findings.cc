#include "engine/findings/new_findings.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/printable.h"
#include "engine/findings/findings.h"
#include "engine/findings/fingerprint.h"

namespace modgraph {
namespace {

// Rules that read nothing but the files of the repository: what the module
// cache lacks does not matter to them.
constexpr std::array<std::string_view, 3> kOfOwnFiles = {"MG0004", "MG9003",
                                                         "MG9006"};
// Rules that read what only the command line names.
constexpr std::array<std::string_view, 5> kOfPackages = {
    "MG3004", "MG3007", "MG3008", "MG3009", "MG8006"};
constexpr std::array<std::string_view, 4> kOfModuleList = {"MG2007", "MG2008",
                                                           "MG2009", "MG8002"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& codes, const Rule& rule) {
  return std::find(codes.begin(), codes.end(), rule.code) != codes.end();
}

// Whether the base would have this finding if it were there.
bool base_would_know(const ComparedState& state, const Project& head,
                     const Rule& rule) {
  if (!state.is_whole && !is_one_of(kOfOwnFiles, rule)) return false;
  const Project& base = state.project;
  if (base.packages.empty() && !head.packages.empty() &&
      is_one_of(kOfPackages, rule))
    return false;
  return !base.module_info.empty() || head.module_info.empty() ||
         !is_one_of(kOfModuleList, rule);
}

// How many findings of each identity there are to match.
class KnownFindings {
 public:
  KnownFindings(const Project& base, std::span<const Finding> findings) {
    const FingerprintOwners owners(base);
    for (const Finding& f : findings)
      if (!f.suppressed) left_[identity_of(f, owners.of(f))].push_back(f.level);
  }

  /// Takes one of them away.
  bool take(const FindingIdentity& identity) {
    const auto at = left_.find(identity);
    const bool is_same = at != left_.end() && !at->second.empty();
    std::vector<Level>* const row = is_same ? &at->second : larger(identity);
    if (row == nullptr) return false;
    row->pop_back();
    return true;
  }

  std::uint64_t left(Level from) const {
    std::uint64_t out = 0;
    for (const auto& [identity, levels] : left_)
      out += static_cast<std::uint64_t>(
          std::count_if(levels.begin(), levels.end(),
                        [&](const Level level) { return level >= from; }));
    return out;
  }

 private:
  // A cycle that has lost members.
  std::vector<Level>* larger(const FindingIdentity& identity) {
    if (!identity.rule.starts_with("MG1")) return nullptr;
    for (auto at = left_.lower_bound({identity.rule, identity.main, {}});
         at != left_.end() && at->first.rule == identity.rule &&
         at->first.main == identity.main;
         ++at)
      if (!at->second.empty() && is_within(identity, at->first))
        return &at->second;
    return nullptr;
  }

  std::map<FindingIdentity, std::vector<Level>> left_;
};

std::string some_findings(const std::vector<const Finding*>& findings) {
  constexpr std::size_t kShown = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(findings.size(), kShown); ++i) {
    const Finding& f = *findings[i];
    out += fmt::format("{}{}", i == 0 ? "" : ", ", f.rule->code);
    if (!f.subjects.empty())
      out += " of " + printable(f.subjects.front().module);
  }
  if (findings.size() > kShown)
    out += fmt::format(" and {} more", findings.size() - kShown);
  return out;
}

}  // namespace

Verdict mark_known(const ComparedState& base, std::span<const Finding> known,
                   const ComparedState& head, std::span<Finding> findings,
                   Level from) {
  KnownFindings left(base.project, known);
  const FingerprintOwners owners(head.project);
  Verdict out;
  for (Finding& f : findings) {
    const bool counts = f.level >= from;
    const bool was_there = left.take(identity_of(f, owners.of(f)));
    if (f.suppressed) continue;
    if (was_there) {
      f.suppressed = Suppression{"base", "the base has it too"};
      out.known += counts ? 1U : 0U;
    } else if (!base_would_know(base, head.project, *f.rule)) {
      f.suppressed = Suppression{
          "unknown", "whether the base has it is not known: its build is not"};
      out.unknown += counts ? 1U : 0U;
    } else {
      out.added += counts ? 1U : 0U;
    }
  }
  (head.is_whole ? out.fixed : out.unknown) += left.left(from);
  return out;
}

std::optional<Finding> loosened_gate(std::span<const Finding> findings,
                                     std::optional<Level> failing,
                                     const OwnVerdict& own,
                                     const SourcePosition& where) {
  if (!failing) return std::nullopt;
  std::vector<std::string_view> still_fail;
  for (const Finding& f : own.findings)
    if (own.failing && !f.suppressed && f.level >= *own.failing)
      still_fail.push_back(f.fingerprint);
  std::sort(still_fail.begin(), still_fail.end());
  std::vector<const Finding*> loosened;
  for (const Finding& f : findings)
    if (!f.suppressed && f.level >= *failing &&
        !std::binary_search(still_fail.begin(), still_fail.end(),
                            std::string_view(f.fingerprint)))
      loosened.push_back(&f);
  if (loosened.empty()) return std::nullopt;
  Finding out = new_finding(
      "MG9005",
      fmt::format("this change would let itself pass: its own settings do not "
                  "fail {}",
                  some_findings(loosened)));
  for (const Finding* f : loosened)
    for (const Subject& s : f->subjects)
      if (out.subjects.size() < kMaxCycleSubjects) out.subjects.push_back(s);
  if (!where.file.empty())
    out.location = Location{where.file, where.line, where.column, 0, {}, {}};
  out.notes.emplace_back(
      "bring the settings in a change of their own; where a reviewer approves "
      "of both together, `--policy-from head` makes them count");
  return out;
}

Finding broken_gate(const Error& error) {
  Finding out = new_finding(
      "MG9005", fmt::format("the gate of this change cannot be read, and would "
                            "fail every run after it: {}",
                            error.message));
  if (!error.where.file.empty())
    out.location = Location{
        error.where.file, error.where.line, error.where.column, 0, {}, {}};
  return out;
}

}  // namespace modgraph
