#pragma once

// What was imported about one build: the requirement graph, and what
// only some inputs say besides.

#include <optional>
#include <string>
#include <vector>

#include "engine/model/build_list.h"
#include "engine/model/build_timings.h"
#include "engine/model/go_mod_update.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/module_info.h"
#include "engine/model/module_metadata.h"
#include "engine/model/module_root_info.h"
#include "engine/model/packages.h"

namespace modgraph {

struct Project {
  ModuleGraph graph;
  /// go.mod files of the main modules. Empty: what they say is not known.
  std::vector<Manifest> manifests;
  /// The go.work file of a workspace, when it is known.
  std::optional<Manifest> work;
  /// Where the build was resolved: what replaces its modules, go.work included;
  /// by node.
  std::optional<std::vector<ListedModule>> resolved;
  /// Where the build was resolved from go.mod files: the nodes of which all
  /// that they require is loaded too, their go line being below 1.17; by node.
  std::optional<std::vector<bool>> unpruned;
  /// What the go command would write into go.mod before it builds. None: it
  /// would leave the file as it is, or that is not known.
  std::optional<GoModUpdate> update;
  /// Rows of `go list -m -json`. Empty: not given.
  std::vector<ModuleInfo> module_info;
  std::string module_info_file;  // how findings name it
  /// Rows of `go list -deps -test -json`. Empty: not given.
  std::vector<PackageInfo> packages;
  std::string packages_file;
  std::string graph_file;
  /// The folder of the repository, as files are named: "" where they are named
  /// from there, "../.." where from deeper in it.
  std::string repository;
  /// Requirements of selected modules whose go.mod was pruned out, where the
  /// module cache has it; by module. None: not looked at.
  std::optional<std::vector<Edge<ModuleId>>> deep_requirements;
  /// By deep requirement: the version that is required.
  std::vector<std::string> deep_versions;
  /// Selected modules of whose go.mod neither the graph nor deep_requirements
  /// know what it requires; none: deep_requirements were not looked at.
  std::optional<std::size_t> unread_go_mods;
  /// How long the build took. None: not given.
  std::optional<BuildTimings> timings;
  /// Where the build was resolved: what its folder says besides.
  std::optional<ModuleRootInfo> folder;
  /// What settings and the module cache say of its modules.
  BuildMetadata metadata;
  /// False when only a module list was given: no requirement is known.
  bool requirements_known = true;
  /// True when the graph came from text; false when made from go.mod alone.
  bool has_graph_text = true;
  /// Main modules stand in for requirers that are not known, so that they
  /// require more in the graph than in their go.mod files.
  bool has_stand_ins = false;
  /// The last line of the graph text has no newline.
  bool graph_ends_inside_line = false;
  /// Reasons why answers may be incomplete; empty when they are whole.
  std::vector<std::string> partial_because;
};

}  // namespace modgraph
