#pragma once

// A module or workspace that was resolved, with all that it was resolved from.

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/model/go_sum.h"
#include "engine/model/main_modules.h"
#include "engine/model/module_metadata.h"
#include "engine/resolve/loader.h"
#include "importers/go_env/go_environment.h"
#include "importers/module_cache/file_tree.h"
#include "importers/module_cache/module_facts.h"
#include "importers/module_cache/module_packages.h"
#include "importers/module_folder/main_files.h"

namespace modgraph {

/// Of which module, and below which of its folders; none: everywhere.
using PackagesAsked = std::pair<ModuleVersion, std::vector<std::string>>;

/// What several resolutions of one process have in common: the go.mod of a
/// module version, its size, and when it was published, never change. For one
/// module cache and one set of options.
struct SharedModules {
  std::unique_ptr<ModuleSource> source;
  std::unique_ptr<SummaryStore> store;
  VersionInfos infos;
  std::map<ModuleVersion, ModuleMetadata> supplies;  // what supplies_of() found
  std::map<PackagesAsked, PackageFolders> packages;  // and shared_packages()
};

/// Which command of Go is imitated: they differ in small things.
enum class ResolveAs : std::uint8_t {
  kGraph,
  kList,
  kAnalyze,  // like kGraph, but a vendor folder can stand in for the cache
};

struct Resolution {
  const FileTree* tree = &disk();  // where its files are
  std::string folder;              // absolute: where it began
  GoEnvironment environment;       // with the options in the place of settings
  MainFiles files;
  MainModules mains;
  GoSums sums;
  ModMode mode = ModMode::kMod;
  LoadOptions load_options;               // how it was resolved
  std::shared_ptr<SharedModules> shared;  // with those of other resolutions
  ResolvedBuild build;
  bool is_vendored = false;  // the build was made from a vendor folder
  Errors failure;  // why there is no build: only where one was not demanded
};

}  // namespace modgraph
