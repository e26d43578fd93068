#include "cli/analyze/baseline_state.h"

#include <algorithm>
#include <utility>

#include "cli/analyze/gate_state.h"
#include "cli/project/folders.h"
#include "cli/project/import_folders.h"
#include "cli/terminal/paths.h"
#include "engine/findings/fingerprint.h"
#include "engine/findings/judge.h"
#include "engine/findings/run_rules.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// Of the gate itself: a baseline does not list what it says of baselines.
bool is_of_gate(const Finding& f) { return f.rule->code.starts_with("MG9"); }

Level lowest_level(const AnalyzeOptions& options, const Settings& settings) {
  return std::min(Level::kWarning,
                  failing_level(options, settings).value_or(Level::kWarning));
}

void count_findings(const std::vector<Finding>& findings,
                    const FingerprintOwners& owners, Level from,
                    FindingCounts& out) {
  for (const Finding& f : findings)
    if (!f.suppressed && f.level >= from && !is_of_gate(f))
      ++out[identity_of(f, owners.of(f))];
}

// Every name of main modules that a finding of this build can be about.
void add_mains(const Project& project, std::set<std::string>& out) {
  for (const NodeId main : project.graph.mains())
    out.insert(std::string(project.graph.path(main)));
}

Result<void> add_folder(const AnalyzeOptions& options, ImportedFolder& one,
                        BaselineState& out) {
  const Project& project = one.imported.project;
  auto state =
      gate_state_here(place_of(one.plan), one.plan.settings, options.baseline);
  if (!state) return fail(std::move(state.error()));
  if (out.path.empty()) {
    auto path = baseline_path(*state, options.baseline);
    if (!path) return fail(std::move(path.error()));
    out.path = std::move(*path);
    out.exists = is_there(out.path);
    out.shown = shown_path(out.path, one.plan.path_base);
    out.baseline = state->baseline;
  }
  Gate gate = gate_of(options, *state, project, one.plan.path_base);
  gate.baseline = {};
  const Analysis analysis = analyse(project, analysis_options(options));
  count_findings(judge(project, analysis, gate), FingerprintOwners(project),
                 lowest_level(options, one.plan.settings), out.found);
  add_mains(project, out.mains);
  out.is_whole = out.is_whole && project.partial_because.empty();
  for (const std::string& why : project.partial_because)
    out.notes.push_back("partial: " + why);
  return {};
}

void add_between_folders(const AnalyzeOptions& options,
                         const ImportedFolders& imported, BaselineState& out) {
  std::vector<const Project*> builds;
  for (const auto& one : imported.folders)
    builds.push_back(&one->imported.project);
  const Settings& settings = imported.folders.front()->plan.settings;
  for (const Finding& f :
       run_cross_module_rules(builds, cross_module_drift(builds),
                              rule_settings(options, settings)))
    if (f.level >= lowest_level(options, settings))
      ++out.found[identity_of(f, "")];
}

bool is_looked_at(const BaselineState& state, const FindingIdentity& finding) {
  if (finding.main.empty()) return state.mains.size() > 1;
  for (std::string_view rest = finding.main; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (!state.mains.contains(std::string(rest.substr(0, end)))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

// Of a cycle that is smaller now its part counts.
std::uint64_t found_of(const BaselineState& state,
                       const FindingIdentity& listed) {
  const auto at = state.found.find(listed);
  if (at != state.found.end()) return at->second;
  if (!listed.rule.starts_with("MG1")) return 0;
  for (const auto& [finding, count] : state.found)
    if (finding.rule == listed.rule && finding.main == listed.main &&
        is_within(finding, listed))
      return count;
  return 0;
}

std::uint64_t listed_of(const Baseline& baseline,
                        const FindingIdentity& found) {
  for (const BaselineEntry& entry : baseline.entries) {
    const FindingIdentity& known = entry.finding;
    if (known == found ||
        (known.rule.starts_with("MG1") && known.rule == found.rule &&
         known.main == found.main && is_within(found, known)))
      return entry.count;
  }
  return 0;
}

}  // namespace

Result<BaselineState> baseline_state(const AnalyzeOptions& options,
                                     const GlobalOptions& global) {
  auto folders = several_folders(options.inputs);
  if (!folders) return fail(std::move(folders.error()));
  std::vector<std::string> names = folders->folders;
  if (names.empty()) names = options.inputs.paths;
  if (names.empty()) names.emplace_back(".");
  ImportedFolders imported =
      import_folders(names, options.inputs, global, kEverything);
  if (!imported.errors.empty()) return fail(std::move(imported.errors));
  BaselineState out;
  for (const auto& one : imported.folders)
    if (auto added = add_folder(options, *one, out); !added)
      return fail(std::move(added.error()));
  if (imported.folders.size() > 1) add_between_folders(options, imported, out);
  return out;
}

std::vector<BaselineChange> stale_entries(const BaselineState& state) {
  std::vector<BaselineChange> out;
  if (!state.is_whole) return out;
  for (const BaselineEntry& entry : state.baseline.entries) {
    if (!is_looked_at(state, entry.finding)) continue;
    const std::uint64_t found = found_of(state, entry.finding);
    if (found < entry.count) out.push_back({entry.finding, entry.count, found});
  }
  return out;
}

std::vector<BaselineChange> missing_entries(const BaselineState& state) {
  std::vector<BaselineChange> out;
  for (const auto& [finding, count] : state.found) {
    const std::uint64_t listed = listed_of(state.baseline, finding);
    if (listed < count) out.push_back({finding, listed, count});
  }
  return out;
}

Baseline changed_baseline(const Baseline& baseline,
                          const std::vector<BaselineChange>& gone,
                          const std::vector<BaselineChange>& added) {
  std::map<FindingIdentity, BaselineEntry> entries;
  for (const BaselineEntry& entry : baseline.entries)
    entries[entry.finding] = entry;
  for (const BaselineChange& change : gone) {
    if (change.found == 0)
      entries.erase(change.finding);
    else
      entries[change.finding].count = change.found;
  }
  for (const BaselineChange& change : added) {
    BaselineEntry& entry = entries[change.finding];
    entry.finding = change.finding;
    entry.count = change.found;
  }
  Baseline out;
  out.file = baseline.file;
  for (auto& [finding, entry] : entries)
    out.entries.push_back(std::move(entry));
  return out;
}

}  // namespace modgraph
