#include "cli/project/module_supplies.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/project/versions_at_hand.h"
#include "cli/terminal/paths.h"
#include "engine/base/memory_error.h"
#include "engine/base/parallel.h"
#include "importers/go_env/go_environment.h"
#include "importers/module_cache/module_sizes.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

constexpr std::size_t kWorthThreadsFiles = 16;

std::vector<ModuleMetadata> supplies(std::vector<ModuleVersion> names,
                                     const std::vector<ModuleToMeasure>& read,
                                     const std::string& module_cache) {
  const auto sizes = module_sizes(read, module_cache);
  std::vector<ModuleMetadata> out(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i].module = std::move(names[i]);
    if (sizes[i]) out[i].bytes = sizes[i]->bytes;
  }
  return out;
}

// Of versions in the module cache.
std::vector<ModuleMetadata> versions(std::vector<ModuleVersion> modules,
                                     const GoEnvironment& environment) {
  std::vector<ModuleToMeasure> read;
  for (const ModuleVersion& m : modules) read.push_back({m, {}});
  std::vector<ModuleMetadata> out =
      supplies(std::move(modules), read, environment.module_cache);
  run_pieces(
      out.size(),
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out[i].time = publish_time(out[i].module, environment);
      },
      kWorthThreadsFiles);
  return out;
}

void sort_by_path(std::vector<ModuleMetadata>& modules) {
  std::sort(modules.begin(), modules.end(),
            [](const auto& a, const auto& b) { return a.module < b.module; });
}

}  // namespace

BuildMetadata supplies_of(const Resolution& resolution) {
  auto& known = resolution.shared->supplies;
  BuildMetadata out;
  out.no_proxy = resolution.environment.no_proxy;
  std::vector<ModuleVersion> unknown;
  std::vector<ModuleToMeasure> folders;
  std::vector<ModuleVersion> in_folders;
  const std::string repository = repository_root(resolution.folder);
  for (const BuildModule& m : resolution.build.build_list) {
    if (m.module == nullptr || m.module->version.empty()) continue;
    const ModuleVersion& read = m.replaced ? m.replaced->read : *m.module;
    if (read.version.empty()) {
      // Of a folder outside the go.mod alone is any business of ours.
      if (!lies_inside(read.path, repository)) continue;
      in_folders.push_back(*m.module);
      folders.push_back({read, read.path});
    } else if (!known.contains(read)) {
      unknown.push_back(read);
    }
  }
  for (ModuleMetadata& s : versions(std::move(unknown), resolution.environment))
    known.emplace(s.module, s);
  out.modules = supplies(std::move(in_folders), folders, {});
  for (const BuildModule& m : resolution.build.build_list) {
    if (m.module == nullptr || m.module->version.empty()) continue;
    const auto found = known.find(m.replaced ? m.replaced->read : *m.module);
    if (found == known.end()) continue;
    out.modules.push_back(found->second);
    out.modules.back().module = *m.module;
  }
  sort_by_path(out.modules);
  return out;
}

BuildMetadata supplies_of(const Project& project,
                          const ResolveOptions& options) {
  BuildMetadata out;
  // What the go command would refuse matters to nobody here.
  if (const auto environment = go_environment(GoEnvironmentOptions{}))
    out.no_proxy = environment->no_proxy;
  if (options.module_cache.empty()) return out;
  std::error_code failed;
  const std::string cache =
      std::filesystem::absolute(options.module_cache, failed);
  throw_if_out_of_memory(failed);
  std::vector<ModuleVersion> names;
  std::vector<ModuleToMeasure> read;
  for (const ListedModule& m :
       listed_modules(project.graph, project.manifests)) {
    if (project.graph.is_main(m.node)) continue;
    names.push_back({std::string(project.graph.path(m.node)),
                     std::string(project.graph.version(m.node))});
    // Where a folder lies is not known: recorded text may come from elsewhere.
    read.push_back({m.replaced_by ? *m.replaced_by : names.back(), {}});
  }
  out.modules = supplies(std::move(names), read, cache);
  sort_by_path(out.modules);
  return out;
}

}  // namespace modgraph
