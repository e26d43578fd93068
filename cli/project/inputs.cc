#include "cli/project/inputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/project/resolve_project.h"
#include "cli/terminal/paths.h"
#include "cli/terminal/read_file.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

enum class FileKind : std::uint8_t { kGraph, kMod, kList };

// What a file is, by its name: graph text has no name of its own.
FileKind kind_by_name(const std::string& path) {
  const std::string name = fs::path(path).filename();
  if (name == "go.mod" || name.ends_with(".mod")) return FileKind::kMod;
  if (name.ends_with(".json")) return FileKind::kList;
  return FileKind::kGraph;
}

Result<void> name_once(std::string& slot, const std::string& path,
                       std::string_view what) {
  if (!slot.empty() && slot != path)
    return fail(usage_error(
        fmt::format("two inputs for the {}: {} and {}", what, slot, path),
        "name one of them"));
  slot = path;
  return {};
}

Result<void> add_file(InputPlan& plan, const std::string& path) {
  if (path.ends_with(".work"))
    return fail(
        usage_error(fmt::format("{} lists modules, it requires none", path),
                    "name the go.mod files of its modules with --mod"));
  switch (kind_by_name(path)) {
    case FileKind::kMod:
      plan.mods.push_back(path);
      return {};
    case FileKind::kList:
      return name_once(plan.list, path, "module list");
    case FileKind::kGraph:
      return name_once(plan.graph, path, "graph");
  }
  return {};
}

// Inputs that the settings name, unless the command line does.
Result<void> add_configured(InputPlan& plan) {
  const Config& c = plan.settings.config;
  Errors errors;
  const auto path_of = [&](std::string_view key, const ConfigValue& named) {
    auto path = path_in(plan.settings, named, plan.repository);
    if (!path)
      errors.insert(errors.end(), path.error().begin(), path.error().end());
    plan.settings.used.push_back(fmt::format("{}: {}", key, named.value));
    return path ? *path : std::string();
  };
  if (plan.graph.empty() && !c.graph.value.empty())
    plan.graph = path_of("graph", c.graph);
  if (plan.list.empty() && !c.list.value.empty())
    plan.list = path_of("list", c.list);
  if (plan.packages.empty() && !c.packages.value.empty())
    plan.packages = path_of("packages", c.packages);
  if (plan.timings.empty() && !c.timings.value.empty())
    plan.timings = path_of("timings", c.timings);
  if (plan.mods.empty())
    for (const ConfigValue& mod : c.mod)
      plan.mods.push_back(path_of("mod", mod));
  if (!errors.empty()) return fail(std::move(errors));
  return {};
}

bool nothing_named(const InputPlan& plan) {
  return plan.graph.empty() && plan.mods.empty() && plan.list.empty();
}

// Whether what is named only adds facts to the module or workspace of the
// folder: a module list does, where there is one.
bool adds_to(const std::string& folder, const InputPlan& plan,
             const ResolveOptions& resolve) {
  if (!plan.graph.empty() || !plan.mods.empty()) return false;
  const auto files = main_files_of(folder, resolve);
  return files && (!files->work.empty() || !files->mod.empty());
}

bool reads_stdin_twice(const InputPlan& plan) {
  auto n = std::count(plan.mods.begin(), plan.mods.end(), kStandardInput);
  n += plan.graph == kStandardInput ? 1 : 0;
  n += plan.list == kStandardInput ? 1 : 0;
  n += plan.timings == kStandardInput ? 1 : 0;
  n += plan.packages == kStandardInput ? 1 : 0;
  return n > 1;
}

}  // namespace

Result<InputPlan> plan_inputs(const InputOptions& options,
                              const GlobalOptions& global) {
  InputPlan plan;
  plan.graph = options.graph;
  plan.mods = options.mods;
  plan.list = options.list;
  plan.timings = options.timings;
  plan.packages = options.packages;
  const bool has_flags = !nothing_named(plan);

  std::string folder;
  for (const std::string& path : options.paths) {
    if (path == kStandardInput || !is_folder(path)) {
      if (auto added = add_file(plan, path); !added) return fail(added.error());
    } else if (!folder.empty()) {
      return fail(
          usage_error(fmt::format("two folders: {} and {}", folder, path),
                      "analyse one at a time"));
    } else {
      folder = path;
    }
  }
  const bool folder_named = !folder.empty();
  if (!folder_named) folder = ".";

  plan.path_base =
      options.path_base.empty() ? naming_base(folder) : options.path_base;
  plan.repository =
      options.repository.empty() ? repository_root(folder) : options.repository;
  auto settings = read_settings(folder, global);
  if (!settings) return fail(std::move(settings.error()));
  plan.settings = std::move(*settings);
  // Named files alone do not mean the folder that we happen to be in.
  if (folder_named || (!has_flags && options.paths.empty()))
    if (auto added = add_configured(plan); !added)
      return fail(std::move(added.error()));

  if (options.ask_go)
    plan.ask_go_in = folder;
  else if (nothing_named(plan) || ((folder_named || options.paths.empty()) &&
                                   adds_to(folder, plan, options.resolve)))
    plan.resolve_in = folder;
  if (reads_stdin_twice(plan))
    return fail(usage_error("standard input is named for two inputs",
                            "give one of them a file"));
  return plan;
}

}  // namespace modgraph
