#pragma once

// What `go list -m -json` says of modules beside the graph: when they were
// published, where they lie, their sums.
// Source: `go help list`, and the go command's behaviour (1.26).
// Tested by tests/importers/module_facts_test.cc.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/facts.h"
#include "engine/model/go_sum.h"
#include "engine/model/manifest.h"
#include "importers/version_info.h"

namespace modgraph {

/// Those that were looked for; nothing where there is none. They never change,
/// so that several lists of one process may share them.
using VersionInfos = std::map<ModuleVersion, std::optional<VersionInfo>>;

/// A module of a build list, with what is known of it already.
struct ModuleToDescribe {
  ModuleVersion module;  // version "" for a main module
  bool indirect = false;
  std::string go_version;  // of the go.mod that counts; "" if unknown
  /// Main modules, and folders that replace something: where they are.
  std::string folder;
  std::string go_mod;  // the file of a main module
  /// As the go command spells it; a folder has version "".
  std::optional<ModuleVersion> replaced_by;
  /// The replacement is itself replaced: then its version counts as known.
  bool replacement_is_replaced = false;
};

struct FactsOptions {
  std::string module_cache;          // GOMODCACHE
  std::vector<std::string> proxies;  // file trees of GOPROXY
  const GoSums* sums = nullptr;      // of the main modules; may be null
  /// -mod=readonly of a single module: what go.sum does not have is not looked
  /// at.
  bool sums_required = false;
  /// Only versions and errors, as the text of `go list -m` needs them.
  bool versions_only = false;
  /// What has been read before, and is added to; may be null.
  VersionInfos* infos = nullptr;
};

/// One record for each module, in their order. A module version whose .info is
/// not there has an `error`: the go command fails then. Files are read side by
/// side.
std::vector<ModuleFacts> describe_modules(
    std::span<const ModuleToDescribe> modules, const FactsOptions& options);

}  // namespace modgraph
