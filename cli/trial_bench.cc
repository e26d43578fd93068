#include "cli/trial_bench.h"

#include <utility>

#include "cli/terminal/output_file.h"
#include "engine/base/file_path.h"
#include "engine/findings/judge.h"
#include "engine/resolve/loaded_files.h"
#include "engine/resolve/resolved_project.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"

namespace modgraph {
namespace {

Result<EditedGoMod> edited(const Manifest& manifest, std::size_t module,
                           std::span<const MainEdit> edits) {
  std::vector<ManifestEdit> own;
  for (const MainEdit& edit : edits)
    if (edit.module == module) own.push_back(edit.edit);
  if (own.empty()) return EditedGoMod{manifest.text, false};
  return edit_go_mod(manifest.file, manifest.text, own);
}

// What `go list` said of modules that are still what they were.
std::vector<ModuleInfo> facts_kept(const Project& project,
                                   const BuildDifference& difference) {
  std::vector<ModuleInfo> out;
  for (const ModuleInfo& row : project.module_info) {
    bool moved = false;
    for (const ModuleChange& c : difference.modules)
      moved |= c.path == row.path;
    if (moved) continue;
    ModuleInfo& copy = out.emplace_back();
    static_cast<ModuleRecord&>(copy).path = row.path;
    copy.version = row.version;
    copy.time = row.time;
    copy.main = row.main;
    copy.deprecated = row.deprecated;
    copy.retracted = row.retracted;
    copy.line = row.line;
    if (row.update) {
      copy.update = std::make_unique<ModuleRecord>();
      copy.update->path = row.update->path;
      copy.update->version = row.update->version;
    }
  }
  return out;
}

// What the folder says of the edited build: which exclusions count, which sums
// are missing. The vendor folder is left out: no edit of go.mod changes it.
ModuleRootInfo facts_after(const ModuleRootInfo& before,
                           const MainModules& mains, const ModuleGraph& graph,
                           const Resolution& r) {
  const Replacements replacements(mains);
  const std::vector<LoadedFile> opened = loaded_files(graph, replacements);
  ModuleRootInfo out;
  out.excluded = excluded_requirements(mains, graph, opened, *r.shared->store);
  if (before.missing_sums)
    out.missing_sums = missing_go_mod_sums(opened, r.sums);
  out.sum_file = before.sum_file;
  out.has_sum_file = before.has_sum_file;
  out.replacements = before.replacements;
  out.commands = before.commands;
  return out;
}

}  // namespace

Result<TrialBench> TrialBench::make(Resolution& resolution,
                                    const Project& project, Policy policy) {
  TrialBench out;
  out.resolution_ = &resolution;
  out.project_ = &project;
  out.policy_ = std::move(policy);
  out.mains_ = resolution.mains;
  auto before =
      load(out.mains_, *resolution.shared->store, resolution.load_options);
  if (!before) return fail(std::move(before.error()));
  out.before_ = std::move(*before);
  return out;
}

// The main modules with the edits applied, and the files that changed.
struct TrialBench::Edited {
  MainModules mains;
  std::vector<EditedFile> files;
  bool reformats = false;
};

Result<TrialBench::Edited> TrialBench::edit(
    std::span<const MainEdit> edits) const {
  Edited out{mains_, {}, false};
  for (std::size_t i = 0; i < out.mains.modules.size(); ++i) {
    Manifest& manifest = out.mains.modules[i].manifest;
    auto text = edited(manifest, i, edits);
    if (!text) return fail(std::move(text.error()));
    if (text->text == manifest.text) continue;
    out.reformats |= text->reformats;
    out.files.push_back({manifest.file, manifest.text, text->text});
    auto parsed = parse_main_go_mod(manifest.file, std::move(text->text));
    if (!parsed) return fail(std::move(parsed.error()));
    manifest = std::move(*parsed);
  }
  return out;
}

Result<ResolvedBuild> TrialBench::build(std::span<const MainEdit> edits) const {
  const auto edited = edit(edits);
  if (!edited) return fail(edited.error());
  return load(edited->mains, *resolution_->shared->store,
              resolution_->load_options);
}

Result<Tried> TrialBench::attempt(std::span<const MainEdit> edits) const {
  auto edited = edit(edits);
  if (!edited) return fail(std::move(edited.error()));
  auto build = load(edited->mains, *resolution_->shared->store,
                    resolution_->load_options);
  if (!build) return fail(std::move(build.error()));
  BuildDifference difference = build_difference(before_, *build);
  Project project = resolved_project(edited->mains, std::move(*build));
  if (project_->folder)
    project.folder = facts_after(*project_->folder, edited->mains,
                                 project.graph, *resolution_);
  project.module_info = facts_kept(*project_, difference);
  project.module_info_file = project_->module_info_file;
  project.packages = project_->packages;
  project.packages_file = project_->packages_file;
  Analysis analysis = analyse(project);
  std::vector<Finding> findings = judge(project, analysis, policy_);
  return Tried{std::move(difference),    std::move(project),
               std::move(analysis),      std::move(findings),
               std::move(edited->files), edited->reformats};
}

void TrialBench::start_again() { mains_ = resolution_->mains; }

void TrialBench::keep(const std::vector<EditedFile>& files) {
  for (const EditedFile& f : files)
    for (MainModule& m : mains_.modules)
      if (m.manifest.file == f.file)
        if (auto parsed = parse_main_go_mod(f.file, f.after))
          m.manifest = std::move(*parsed);
}

Result<void> TrialBench::write(const std::vector<EditedFile>& files) const {
  for (const EditedFile& f : files)
    for (const MainModule& m : mains_.modules) {
      if (m.manifest.file != f.file) continue;
      const std::string path = mains_.is_workspace()
                                   ? join_path(m.folder, "go.mod")
                                   : resolution_->files.mod;
      auto written = write_output(path, [&](Sink& out) { out.put(f.after); });
      if (!written) return written;
    }
  return {};
}

}  // namespace modgraph
