#include "engine/advice/edit_simulator.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/findings/judge.h"
#include "engine/resolve/loaded_files.h"
#include "engine/resolve/resolved_project.h"
#include "engine/resolve/vendor_consistency.h"

namespace modgraph {
namespace {

// Modules that a difference is about.
class ChangedPaths {
 public:
  explicit ChangedPaths(const BuildDifference& difference) {
    for (const ModuleChange& c : difference.modules) sorted_.push_back(c.path);
    std::sort(sorted_.begin(), sorted_.end());
  }
  bool has(std::string_view path) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), path);
  }

 private:
  std::vector<std::string_view> sorted_;
};

// What `go list` says of modules that the edits did not change.
std::vector<ModuleInfo> info_after(const std::vector<ModuleInfo>& before,
                                   const BuildDifference& difference) {
  const ChangedPaths changed(difference);
  std::vector<ModuleInfo> out;
  std::copy_if(before.begin(), before.end(), std::back_inserter(out),
               [&](const ModuleInfo& row) { return !changed.has(row.path); });
  return out;
}

// The vendor folder beside the edited files. What it has against them besides
// is the business of edit_checks.h: a command may follow the edits.
VendorFolder vendor_after(const VendorFolder& before,
                          const MainModules& mains) {
  VendorFolder out = before;
  const auto now =
      vendor_inconsistencies(mains, Replacements(mains), before.modules);
  std::erase_if(out.inconsistencies, [&](const VendorInconsistency& was) {
    return std::none_of(now.begin(), now.end(),
                        [&](const VendorInconsistency& is) {
                          return is.module == was.module && is.what == was.what;
                        });
  });
  return out;
}

// What the folder says of the edited build: which exclusions count, which sums
// are missing.
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
  if (before.vendor) out.vendor = vendor_after(*before.vendor, mains);
  return out;
}

// What is known of modules that stay as they are.
BuildMetadata metadata_after(const BuildMetadata& before,
                             const BuildDifference& difference) {
  const ChangedPaths changed(difference);
  BuildMetadata out = before;
  std::erase_if(out.modules, [&](const ModuleMetadata& m) {
    return changed.has(m.module.path);
  });
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

Result<Project> EditSimulator::resolve_noting(
    std::span<const MainEdit> edits, std::vector<FaultyModule>& faults) const {
  auto after = edited(edits);
  if (!after) return fail(std::move(after.error()));
  LoadOptions options = source_.load_options;
  options.faults = &faults;
  auto build = load(after->mains, source_.store, options);
  if (!build) return fail(std::move(build.error()));
  return resolved_project(std::move(after->mains), std::move(*build));
}

Result<TriedEdits> EditSimulator::try_edits(
    std::span<const MainEdit> edits) const {
  auto after = edited(edits);
  if (!after) return fail(std::move(after.error()));
  auto project = resolve(after->mains);
  if (!project) return fail(std::move(project.error()));
  BuildDifference difference = build_difference(unedited(), *project);
  return TriedEdits{std::move(after->mains), std::move(after->files),
                    after->reformats, std::move(*project),
                    std::move(difference)};
}

SimulatedBuild EditSimulator::analysed(TriedEdits tried) const {
  Project project = std::move(tried.project);
  const Project& before = source_.project;
  if (before.folder)
    project.folder =
        root_info_after(*before.folder, tried.mains, project.graph, source_);
  project.module_info = info_after(before.module_info, tried.difference);
  project.module_info_file = before.module_info_file;
  project.metadata = metadata_after(before.metadata, tried.difference);
  project.packages = before.packages;
  project.packages_file = before.packages_file;
  // No finding is about reach, and much of the time would be its own.
  Analysis analysis = analyse(project, {.reach_work_limit = 1});
  std::vector<Finding> findings =
      findings_under(project, analysis, source_.gate);
  return SimulatedBuild{std::move(tried.difference), std::move(project),
                        std::move(analysis),         std::move(findings),
                        std::move(tried.files),      tried.reformats};
}

Result<SimulatedBuild> EditSimulator::simulate(
    std::span<const MainEdit> edits) const {
  auto tried = try_edits(edits);
  if (!tried) return fail(std::move(tried.error()));
  return analysed(std::move(*tried));
}

void EditSimulator::keep(const SimulatedBuild& build) {
  for (std::size_t i = 0; i < mains_.modules.size(); ++i)
    mains_.modules[i].manifest = build.project.manifests[i];
}

void EditSimulator::reset() { mains_ = source_.mains; }

}  // namespace modgraph
