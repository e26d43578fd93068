#include "engine/advice/fix_providers.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/settings_pattern.h"
#include "engine/findings/policy_findings.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::string_view kTidyMayAdd =
    "go mod tidy adds the line back, at the version that dependencies require, "
    "if a package of the module is needed";

// A directive of one of the go.mod files, found by where a finding points.
template <class Directive>
struct Found {
  std::size_t module = 0;
  const Directive* directive = nullptr;
};

template <class Directive>
std::optional<Found<Directive>> directive_at(
    const Evidence& evidence, const Finding& finding,
    std::vector<Directive> Manifest::*list) {
  if (!finding.location) return std::nullopt;
  const std::vector<Manifest>& manifests = evidence.project.manifests;
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    if (manifests[i].file != finding.location->file) continue;
    for (const Directive& d : manifests[i].*list)
      if (d.where.line == finding.location->line)
        return Found<Directive>{i, &d};
  }
  return std::nullopt;
}

// ------------------------------------------------- what a policy refuses

CandidateFix require_everywhere(const Evidence& evidence,
                                const ModuleVersion& wanted,
                                std::string_view why) {
  CandidateFix c;
  c.title = fmt::format("require {} {}, {}", wanted.path, wanted.version, why);
  const auto lines = evidence.lines.of(wanted.path);
  const Manifest* const first = evidence.project.manifests.data();
  for (const auto& line : lines)
    c.edits.push_back({static_cast<std::size_t>(line.manifest - first),
                       {EditKind::kRequire, wanted}});
  if (lines.empty()) c.edits.push_back({0, {EditKind::kRequire, wanted}});
  return c;
}

// Of what is known: what was listed, and whose go.mod is at hand.
std::vector<std::string> known_versions(const Evidence& evidence,
                                        const std::string& path) {
  std::vector<std::string> out;
  if (evidence.versions != nullptr) out = (*evidence.versions)(path);
  for (const ModuleInfo& row : evidence.project.module_info) {
    if (row.path != path) continue;
    out.insert(out.end(), row.versions.begin(), row.versions.end());
    if (row.update) out.push_back(row.update->version);
  }
  return out;
}

// The lowest release above a banned version that no ban is about; "" for none.
std::string lowest_allowed(const Evidence& evidence, const Subject& banned) {
  std::string out;
  for (std::string& version : known_versions(evidence, banned.module))
    if (compare_semver(version, banned.version) > 0 &&
        semver_prerelease(version).empty() &&
        semver_build(version) == semver_build(banned.version) &&
        (out.empty() || compare_semver(version, out) < 0) &&
        ban_of_version(*evidence.policy, banned.module, version) == nullptr)
      out = std::move(version);
  return out;
}

// What bans name in the place of the module, where that is another version of
// it: other modules are a change of code. Else the next version that is allowed.
std::vector<CandidateFix> leave_banned(const Evidence& evidence,
                                       const Finding& finding) {
  if (evidence.policy == nullptr || finding.subjects.empty() ||
      evidence.project.manifests.empty())
    return {};
  const Subject& banned = finding.subjects.front();
  const std::string wanted = banned.module + "@";
  std::vector<CandidateFix> out;
  for (const Ban& ban : evidence.policy->banned)
    if (ban.use.starts_with(wanted) &&
        matches_pattern(ban.module, banned.module) &&
        is_banned_version(ban, banned.version))
      out.push_back(require_everywhere(
          evidence, {banned.module, ban.use.substr(wanted.size())},
          "as the settings say"));
  if (!out.empty()) return out;
  const std::string next = lowest_allowed(evidence, banned);
  if (!next.empty())
    out.push_back(
        require_everywhere(evidence, {banned.module, next},
                           "the lowest known version that is not banned"));
  return out;
}

// --------------------------------------- lines below the selected version

// `+incompatible` tags are above all versions of a module at v0 and v1.
bool is_tag_before_go_mod(std::string_view version) {
  return semver_build(version) == "+incompatible" &&
         !is_pseudo_version(version);
}

std::vector<CandidateFix> raise_line(const Evidence& evidence,
                                     const Finding& finding) {
  const auto line = directive_at(evidence, finding, &Manifest::require);
  if (!line || finding.subjects.empty()) return {};
  const std::string& path = line->directive->module.path;
  const std::string& selected = finding.subjects.front().version;
  std::vector<CandidateFix> out;
  if (is_tag_before_go_mod(selected))
    out.push_back({fmt::format("exclude {} {}, a tag from before it had a "
                               "go.mod",
                               path, selected),
                   {{0, {EditKind::kExclude, {path, selected}}}},
                   {std::string(kBreaksInstall)},
                   true});
  out.push_back(
      {fmt::format("require the selected version: {} {}", path, selected),
       {{line->module, {EditKind::kRequire, {path, selected}}}},
       {},
       false});
  return out;
}

// What the go command would write. It can mark a line that it adds
// `// indirect`, `go mod edit` cannot: that is left to `go mod tidy`.
std::vector<CandidateFix> write_update(const Evidence& evidence,
                                       const Finding&) {
  const Project& project = evidence.project;
  if (!project.update || project.manifests.size() != 1) return {};
  CandidateFix c;
  c.title =
      "write what the go command would write into " + project.update->file;
  for (const UpdatedLine& line : project.update->lines) {
    if (line.from.empty() || line.path == "toolchain") return {};
    if (line.path == "go")
      c.edits.push_back({0, {EditKind::kGo, {"", line.to}}});
    else if (!line.to.empty())
      c.edits.push_back({0, {EditKind::kRequire, {line.path, line.to}}});
    else
      c.edits.push_back({0, {EditKind::kDropRequire, {line.path, ""}}});
  }
  return {std::move(c)};
}

// -------------------------------------------------------- useless lines

std::vector<CandidateFix> drop_line(const Evidence& evidence,
                                    const Finding& finding) {
  const auto line = directive_at(evidence, finding, &Manifest::require);
  // Only package data shows whether a direct requirement is needed.
  if (!line || !line->directive->indirect) return {};
  const std::string& path = line->directive->module.path;
  return {{"drop the indirect line of " + path,
           {{line->module, {EditKind::kDropRequire, {path, ""}}}},
           {std::string(kTidyMayAdd)},
           false}};
}

// A direct requirement of which package data say that nothing is used.
std::vector<CandidateFix> drop_unused(const Evidence& evidence,
                                      const Finding& finding) {
  const std::optional<PackageUse>& known = evidence.analysis.indirect.packages;
  const auto line = directive_at(evidence, finding, &Manifest::require);
  if (!known || !known->is_sound() || !line) return {};
  const std::string& path = line->directive->module.path;
  const auto module = evidence.project.graph.find(path);
  if (!module || known->use[index(*module)] != ModuleUse::kNone) return {};
  return {{"drop " + path + ", whose packages this build does not use",
           {{line->module, {EditKind::kDropRequire, {path, ""}}}},
           {"another platform, or other build tags, may use them"},
           false}};
}

std::vector<CandidateFix> drop_replacement(const Evidence& evidence,
                                           const Finding& finding) {
  const auto line = directive_at(evidence, finding, &Manifest::replace);
  if (!line) return {};
  const ModuleVersion& old = line->directive->old;
  return {{fmt::format("drop the replacement of {}{}{}", old.path,
                       old.version.empty() ? "" : " ", old.version),
           {{line->module, {EditKind::kDropReplace, old}}},
           {},
           false}};
}

std::vector<CandidateFix> drop_exclusion(const Evidence& evidence,
                                         const Finding& finding) {
  const auto line = directive_at(evidence, finding, &Manifest::exclude);
  if (!line) return {};
  CandidateFix c;
  c.title = "drop the exclusion of " + line->directive->module.path;
  for (const Subject& s : finding.subjects) {
    c.title += " " + s.version;
    c.edits.push_back(
        {line->module, {EditKind::kDropExclude, {s.module, s.version}}});
  }
  return {std::move(c)};
}

// ------------------------------------------------------------ newer versions

// The latest version that `go list -m -u` names.
std::optional<std::string> update_of(const Project& project,
                                     std::string_view path) {
  for (const ModuleInfo& row : project.module_info)
    if (row.path == path && row.update) return row.update->version;
  return std::nullopt;
}

std::vector<CandidateFix> update_subjects(const Evidence& evidence,
                                          const Finding& finding) {
  std::vector<CandidateFix> out;
  for (const Subject& s : finding.subjects) {
    const auto newest = update_of(evidence.project, s.module);
    if (!newest) continue;
    CandidateFix c;
    c.title = fmt::format("update {} to {}", s.module, *newest);
    const auto lines = evidence.lines.of(s.module);
    for (std::size_t i = 0; i < evidence.project.manifests.size(); ++i) {
      const Manifest* const manifest = &evidence.project.manifests[i];
      const bool states =
          std::any_of(lines.begin(), lines.end(),
                      [&](const auto& l) { return l.manifest == manifest; });
      if (states || (lines.empty() && i == 0))
        c.edits.push_back({i, {EditKind::kRequire, {s.module, *newest}}});
    }
    out.push_back(std::move(c));
  }
  return out;
}

// -------------------------------------- one version in all main modules

std::vector<CandidateFix> same_version(const Evidence& evidence,
                                       const Finding& finding) {
  if (finding.subjects.empty()) return {};
  const std::string& path = finding.subjects.front().module;
  const auto lines = evidence.lines.of(path);
  std::string highest;
  for (const auto& line : lines)
    if (highest.empty() ||
        compare_semver(line.requirement->module.version, highest) > 0)
      highest = line.requirement->module.version;
  CandidateFix c;
  c.title = fmt::format("require {} {} in every main module", path, highest);
  const Manifest* const first = evidence.project.manifests.data();
  for (const auto& line : lines)
    if (line.requirement->module.version != highest)
      c.edits.push_back({static_cast<std::size_t>(line.manifest - first),
                         {EditKind::kRequire, {path, highest}}});
  if (c.edits.empty()) return {};
  return {std::move(c)};
}

// --------------------------------------------- exclusions of old versions

// An exclusion in one go.mod counts for the whole build: it is put into the
// first.
CandidateFix exclude(const ModuleGraph& graph,
                     const std::set<NodeId>& versions) {
  CandidateFix c;
  c.title = "exclude old versions:";
  for (const NodeId n : versions) {
    c.title += " " + graph.name(n);
    c.edits.push_back(
        {0,
         {EditKind::kExclude,
          {std::string(graph.path(n)), std::string(graph.version(n))}}});
  }
  c.side_effects.emplace_back(kBreaksInstall);
  return c;
}

// Old versions of our own modules, which others require, say nothing about the
// build, and leave with the next release of those others.
bool may_exclude(const ModuleGraph& graph, NodeId n) {
  const NodeId selected = graph.selected(graph.module_of(n));
  return selected != n && !graph.is_main(selected);
}

std::vector<CandidateFix> exclude_break_set(const Evidence& evidence,
                                            const Finding& finding) {
  const ModuleGraph& graph = evidence.project.graph;
  for (const CyclicComponent& cycle : evidence.analysis.cycles) {
    if (cycle.cycle_class != CycleClass::kPath ||
        std::min(cycle.members.size(), kMaxCycleSubjects) !=
            finding.subjects.size() ||
        graph.path(cycle.members.front()) != finding.subjects.front().module)
      continue;
    std::set<NodeId> old;
    for (const auto& edge : cycle.feedback_arcs)
      if (may_exclude(graph, edge.to)) old.insert(edge.to);
    if (old.empty() || old.size() > 8) return {};
    return {exclude(graph, old)};
  }
  return {};
}

// The go.mod files that have to be read, and what they name.
std::uint64_t graph_versions(const Project& project, const Analysis&,
                             const Finding&) {
  std::uint64_t count = 0;
  for (const ModuleId m : project.graph.modules())
    if (project.graph.kind(m) == ModuleKind::kModule)
      count += project.graph.versions(m).size();
  return count;
}

// The unselected version that requires the most left-over modules.
std::vector<CandidateFix> exclude_holder(const Evidence& evidence,
                                         const Finding&) {
  const ModuleGraph& graph = evidence.project.graph;
  std::map<NodeId, std::size_t> held;
  for (const ModuleId m : graph.modules()) {
    const NodeId n = graph.selected(m);
    if (graph.kind(m) != ModuleKind::kModule || graph.is_main(n) ||
        evidence.analysis.critical_path.slack[index(m)] !=
            CriticalPath::kUnreached)
      continue;
    for (const NodeId by : evidence.analysis.requirers.row(n))
      if (may_exclude(graph, by)) ++held[by];
  }
  std::vector<std::pair<NodeId, std::size_t>> most(held.begin(), held.end());
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) {
    return a.second > b.second;
  });
  std::vector<CandidateFix> out;
  for (std::size_t i = 0; i < std::min<std::size_t>(most.size(), 3); ++i)
    out.push_back(exclude(graph, {most[i].first}));
  return out;
}

std::uint64_t unreachable_count(const Project& project,
                                const Analysis& analysis, const Finding&) {
  std::uint64_t count = 0;
  for (const ModuleId m : project.graph.modules())
    if (project.graph.kind(m) == ModuleKind::kModule &&
        analysis.critical_path.slack[index(m)] == CriticalPath::kUnreached)
      ++count;
  return count;
}

// ---------------------------------------------------------------- the table

constexpr std::array kProviders = {
    FixProvider{"MG0001", leave_banned, nullptr, {}},
    FixProvider{"MG0004", drop_replacement, nullptr, {}},
    FixProvider{"MG1001", update_subjects, nullptr, {}},
    FixProvider{"MG1002", update_subjects, nullptr, {}},
    FixProvider{"MG1003", exclude_break_set, graph_versions,
                "module versions in the graph"},
    FixProvider{"MG2002", raise_line, nullptr, {}},
    FixProvider{"MG2010", write_update, nullptr, {}},
    FixProvider{"MG2006", same_version, nullptr, {}},
    FixProvider{"MG2007", update_subjects, nullptr, {}},
    FixProvider{"MG2008", update_subjects, nullptr, {}},
    FixProvider{"MG2009", update_subjects, nullptr, {}},
    FixProvider{"MG3001", drop_unused, nullptr, {}},
    FixProvider{"MG3003", drop_line, nullptr, {}},
    FixProvider{"MG3006", exclude_holder, unreachable_count,
                "left-over modules"},
    FixProvider{"MG5001", drop_replacement, nullptr, {}},
    FixProvider{"MG5002", drop_exclusion, nullptr, {}},
    FixProvider{"MG5003", drop_replacement, nullptr, {}},
    FixProvider{"MG5006", drop_replacement, nullptr, {}},
};

}  // namespace

const FixProvider* fix_provider_of(const Rule& rule) {
  const auto* const row =
      std::find_if(kProviders.begin(), kProviders.end(),
                   [&](const FixProvider& p) { return p.rule == rule.code; });
  return row == kProviders.end() ? nullptr : row;
}

SuggestedFix unsimulated(CandidateFix candidate,
                         std::span<const Manifest> manifests) {
  SuggestedFix out;
  out.title = std::move(candidate.title);
  out.commands = commands_of(candidate.edits, manifests);
  out.edits = std::move(candidate.edits);
  out.side_effects = std::move(candidate.side_effects);
  return out;
}

}  // namespace modgraph
