#include "cli/project/settings_draft_of.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include "cli/project/folders.h"
#include "cli/project/import_folders.h"
#include "engine/analysis/analysis.h"
#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/findings/run_rules.h"
#include "engine/model/build_list.h"
#include "engine/model/go_version.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// The folders to look at: this one, or those of the modules below.
Result<std::vector<std::string>> folders_for(const std::string& folder) {
  const std::filesystem::path path(folder);
  for (const char* name : {"go.mod", "go.work"})
    if (is_there((path / name).string())) return std::vector{folder};
  InputOptions below;
  below.paths = {(path / "...").string()};
  auto found = several_folders(below);
  if (!found) return fail(std::move(found.error()));
  return std::move(found->folders);
}

// The first line of an error: what follows are lists.
std::string first_line_of(const Errors& errors) {
  std::string out = errors.front().message;
  out.resize(std::min(out.find('\n'), out.size()));
  if (out.ends_with(':')) out.pop_back();
  return out;
}

void add_findings_to(SettingsDraft& draft,
                     const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) ++draft.found[finding.rule->code];
}

void add_build(SettingsDraft& draft, const Project& project) {
  const Analysis analysis = analyse(project);
  add_findings_to(draft, run_rules(project, analysis, {}));
  draft.modules =
      std::max<std::uint64_t>(draft.modules, build_list(project.graph).size());
  if (project.requirements_known)
    draft.longest_chain =
        std::max(draft.longest_chain, analysis.critical_path.length);
  std::set<std::string_view> direct;
  for (const Manifest& m : project.manifests) {
    for (const Requirement& r : m.require)
      if (!r.indirect) direct.insert(r.module.path);
    if (m.go && is_go_version(m.go->version) &&
        (draft.go.empty() || compare_go_versions(m.go->version, draft.go) > 0))
      draft.go = m.go->version;
  }
  draft.direct = std::max<std::uint64_t>(draft.direct, direct.size());
}

}  // namespace

SettingsDraft settings_draft_of(const std::string& folder,
                                const GlobalOptions& global,
                                std::string& unknown) {
  const auto folders = folders_for(folder);
  if (!folders) {
    unknown = first_line_of(folders.error());
    return {};
  }
  GlobalOptions without = global;
  without.no_config = true;
  const ImportedFolders imported =
      import_folders(*folders, {}, without, kEverything);
  if (!imported.errors.empty()) {
    unknown = first_line_of(imported.errors);
    return {};
  }
  SettingsDraft out;
  out.is_analysed = true;
  std::vector<const Project*> builds;
  for (const auto& one : imported.folders) {
    builds.push_back(&one->imported.project);
    add_build(out, *builds.back());
  }
  if (builds.size() > 1)
    add_findings_to(
        out, run_cross_module_rules(builds, cross_module_drift(builds), {}));
  return out;
}

}  // namespace modgraph
