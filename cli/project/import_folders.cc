#include "cli/project/import_folders.h"

#include <set>
#include <utility>

#include "cli/project/inputs.h"
#include "cli/project/resolve_project.h"
#include "cli/terminal/paths.h"

namespace modgraph {
namespace {

class FoldersImport {
 public:
  FoldersImport(const InputOptions& options, const GlobalOptions& global,
                Wanted wanted, std::string path_base, std::string repository)
      : options_(options), global_(global), wanted_(wanted) {
    options_.path_base = std::move(path_base);
    options_.repository = std::move(repository);
  }

  void add(const std::string& folder) {
    if (auto added = import(folder); !added) {
      out_.failed.push_back(shown_path(folder, options_.path_base));
      for (Error& e : added.error()) out_.errors.push_back(std::move(e));
    }
  }

  ImportedFolders take() && { return std::move(out_); }

 private:
  Result<void> import(const std::string& folder) {
    options_.paths = {folder};
    auto one = std::make_unique<ImportedFolder>();
    auto plan = plan_inputs(options_, global_);
    if (!plan) return fail(std::move(plan.error()));
    one->plan = std::move(*plan);
    if (one->plan.resolve_in) {
      auto files = main_files_of(folder, options_.resolve);
      if (!files) return fail(std::move(files.error()));
      if (!files->work.empty() && !workspaces_.insert(files->work).second)
        return {};
    }
    auto imported =
        import_project(one->plan, options_.resolve, wanted_, shared_);
    if (!imported) return fail(std::move(imported.error()));
    if (imported->resolution) shared_ = imported->resolution->shared;
    one->imported = std::move(*imported);
    one->folder = shown_path(folder, options_.path_base);
    out_.folders.push_back(std::move(one));
    return {};
  }

  InputOptions options_;
  const GlobalOptions& global_;
  Wanted wanted_;
  std::shared_ptr<SharedModules> shared_;
  std::set<std::string> workspaces_;
  ImportedFolders out_;
};

// That of the first folder, or what the repositories of all are in: an exported
// tree of several modules has neither version control nor a go.mod at its top.
std::string common_repository(const std::vector<std::string>& folders) {
  std::vector<std::string> roots;
  for (const std::string& folder : folders)
    roots.push_back(repository_root(folder));
  return common_folder(roots);
}

}  // namespace

ImportedFolders import_folders(const std::vector<std::string>& folders,
                               const InputOptions& options,
                               const GlobalOptions& global, Wanted wanted) {
  FoldersImport import(options, global, wanted,
                       options.path_base.empty() ? naming_base(folders.front())
                                                 : options.path_base,
                       common_repository(folders));
  for (const std::string& folder : folders) import.add(folder);
  return std::move(import).take();
}

}  // namespace modgraph
