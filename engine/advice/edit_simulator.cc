#include "engine/advice/edit_simulator.h"

#include <algorithm>
#include <utility>

#include "engine/findings/run_rules.h"
#include "engine/resolve/loaded_files.h"
#include "engine/resolve/resolved_project.h"

namespace modgraph {
namespace {

// What `go list` says of modules that the edits did not change.
std::vector<ModuleInfo> info_after(const std::vector<ModuleInfo>& before,
                                   const BuildDifference& difference) {
  std::vector<ModuleInfo> out;
  std::copy_if(before.begin(), before.end(), std::back_inserter(out),
               [&](const ModuleInfo& row) {
                 return std::none_of(
                     difference.modules.begin(), difference.modules.end(),
                     [&](const ModuleChange& c) { return c.path == row.path; });
               });
  return out;
}

// What the folder says of the edited build: which exclusions count, which sums
// are missing. The vendor folder is left out: no edit of go.mod changes it.
ModuleRootInfo root_info_after(const ModuleRootInfo& before,
                               const MainModules& mains,
                               const ModuleGraph& graph,
                               const BuildSource& source) {
  const Replacements replacements(mains);
  const std::vector<LoadedFile> opened = loaded_files(graph, replacements);
  ModuleRootInfo out;
  out.excluded = excluded_requirements(mains, graph, opened, source.store);
  if (before.missing_sums)
    out.missing_sums = missing_go_mod_sums(opened, source.sums);
  out.sum_file = before.sum_file;
  out.has_sum_file = before.has_sum_file;
  out.replacements = before.replacements;
  out.commands = before.commands;
  return out;
}

}  // namespace

// The main modules with the edits applied, and the files that change.
struct EditSimulator::Edited {
  MainModules mains;
  std::vector<EditedFile> files;
  bool reformats = false;
};

EditSimulator::EditSimulator(const BuildSource& source, EditManifest edit)
    : source_(source), edit_(std::move(edit)), mains_(source.mains) {}

Result<EditSimulator> EditSimulator::make(const BuildSource& source,
                                          EditManifest edit) {
  EditSimulator out(source, std::move(edit));
  if (source.is_vendored) {
    auto build = out.resolve(source.mains);
    if (!build) return fail(std::move(build.error()));
    out.resolved_again_ = std::move(*build);
  }
  return out;
}

Result<EditSimulator::Edited> EditSimulator::edited(
    std::span<const MainEdit> edits) const {
  Edited out{mains_, {}, false};
  for (std::size_t i = 0; i < out.mains.modules.size(); ++i) {
    std::vector<ManifestEdit> own;
    for (const MainEdit& e : edits)
      if (e.module == i) own.push_back(e.edit);
    if (own.empty()) continue;
    Manifest& manifest = out.mains.modules[i].manifest;
    auto after = edit_(manifest, own);
    if (!after) return fail(std::move(after.error()));
    if (after->manifest.text == manifest.text) continue;
    out.reformats |= after->reformats;
    out.files.push_back({manifest.file, manifest.text, after->manifest.text});
    manifest = std::move(after->manifest);
  }
  return out;
}

Result<Project> EditSimulator::resolve(MainModules mains) const {
  auto build = load(mains, source_.store, source_.load_options);
  if (!build) return fail(std::move(build.error()));
  return resolved_project(std::move(mains), std::move(*build));
}

Result<Project> EditSimulator::resolve(std::span<const MainEdit> edits) const {
  auto after = edited(edits);
  if (!after) return fail(std::move(after.error()));
  return resolve(std::move(after->mains));
}

Result<SimulatedBuild> EditSimulator::simulate(
    std::span<const MainEdit> edits) const {
  auto after = edited(edits);
  if (!after) return fail(std::move(after.error()));
  auto project = resolve(after->mains);
  if (!project) return fail(std::move(project.error()));
  BuildDifference difference = build_difference(unedited(), *project);
  const Project& before = source_.project;
  if (before.folder)
    project->folder =
        root_info_after(*before.folder, after->mains, project->graph, source_);
  project->module_info = info_after(before.module_info, difference);
  project->module_info_file = before.module_info_file;
  project->packages = before.packages;
  project->packages_file = before.packages_file;
  Analysis analysis = analyse(*project);
  std::vector<Finding> findings = run_rules(*project, analysis, {});
  return SimulatedBuild{std::move(difference),   std::move(*project),
                        std::move(analysis),     std::move(findings),
                        std::move(after->files), after->reformats};
}

void EditSimulator::keep(const SimulatedBuild& build) {
  for (std::size_t i = 0; i < mains_.modules.size(); ++i)
    mains_.modules[i].manifest = build.project.manifests[i];
}

void EditSimulator::reset() { mains_ = source_.mains; }

}  // namespace modgraph
