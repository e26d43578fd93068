#include "cli/project/folder_facts.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/findings/findings.h"
#include "engine/resolve/loaded_files.h"
#include "engine/resolve/vendor_consistency.h"
#include "engine/resolve/vendor_graph.h"
#include "importers/module_cache/dependency_replacements.h"
#include "importers/module_cache/regular_file.h"
#include "importers/module_folder/command_search.h"
#include "importers/module_folder/vendor_modules.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxVendorBytes = std::uint64_t{64} << 20;

std::string shown(const std::string& file, const std::string& shown_from) {
  return relative_path(shown_from, file).value_or(file);
}

std::optional<VendorFolder> vendor_folder(const Resolution& resolution,
                                          const Replacements& replacements,
                                          const std::string& shown_from,
                                          std::vector<std::string>& unread) {
  const MainModules& mains = resolution.mains;
  const FileTree& tree = *resolution.tree;
  if (!has_vendor_folder(tree, mains.folder)) return std::nullopt;
  const std::string file = join_path(mains.folder, "vendor/modules.txt");
  auto text = tree.read(file, kMaxVendorBytes);
  if (!text && !text.error().missing) {
    unread.push_back(
        fmt::format("{} cannot be read ({}): what is vendored is not known",
                    shown(file, shown_from), text.error().reason));
    return std::nullopt;
  }
  VendorFolder out;
  out.file = shown(file, shown_from);
  if (text) out.text = std::move(*text);
  out.modules = parse_vendor_modules(out.text);
  out.inconsistencies =
      vendor_inconsistencies(mains, replacements, out.modules);
  for (VendorInconsistency& i : out.inconsistencies)
    if (i.where.file == kVendorModulesFile) i.where.file = out.file;
  out.automatic = resolution.environment.mod == "vendor" ||
                  vendors_automatically(mains, out.modules);
  return out;
}

// The go.mod files of selected modules that have `replace` directives.
std::vector<DependencyReplacement> replacements_of_dependencies(
    const Resolution& resolution, const ModuleGraph& graph,
    const std::vector<LoadedFile>& opened) {
  std::vector<ReplacingModule> wanted;
  SummaryStore& store = *resolution.shared->store;
  for (const LoadedFile& file : opened) {
    if (!graph.is_selected(file.node)) continue;
    const VersionId read = store.id(file.read);
    if (!store.knows(read) || !store.of(read).has_replacements) continue;
    wanted.push_back({{std::string(graph.path(file.node)),
                       std::string(graph.version(file.node))},
                      file.read});
  }
  std::vector<std::string> roots = resolution.environment.proxies;
  roots.insert(roots.begin(), join_path(resolution.environment.module_cache,
                                        "cache/download"));
  return dependency_replacements(wanted, roots);
}

// Looked for only where a directive would keep somebody from installing it.
std::optional<std::string> command_in(const MainModule& main,
                                      std::vector<std::string>& unread) {
  if (main.manifest.replace.empty() && main.manifest.exclude.empty())
    return std::nullopt;
  CommandSearch found = find_command(main.folder);
  if (!found.unread.empty())
    unread.push_back(fmt::format(
        "{} cannot be read: whether the module of {} has commands is not known",
        some_of(found.unread), main.manifest.file));
  return std::move(found.command);
}

}  // namespace

ModuleRootInfo folder_facts(const Resolution& resolution,
                            const ModuleGraph& graph,
                            const std::string& shown_from) {
  const MainModules& mains = resolution.mains;
  const Replacements replacements(mains);
  const std::vector<LoadedFile> opened = loaded_files(graph, replacements);
  ModuleRootInfo out;
  out.vendor = vendor_folder(resolution, replacements, shown_from, out.unread);
  out.excluded =
      excluded_requirements(mains, graph, opened, *resolution.shared->store);
  if (!mains.is_workspace()) {
    std::string mod = resolution.files.mod;
    mod.resize(mod.size() - std::string_view(".mod").size());
    out.sum_file = shown(mod + ".sum", shown_from);
    out.has_sum_file = resolution.tree->is_regular_file(mod + ".sum");
    out.missing_sums = missing_go_mod_sums(opened, resolution.sums);
  }
  out.replacements = replacements_of_dependencies(resolution, graph, opened);
  for (const MainModule& m : mains.modules)
    out.commands.push_back(command_in(m, out.unread));
  return out;
}

}  // namespace modgraph
