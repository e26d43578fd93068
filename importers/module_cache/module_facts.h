#pragma once

// What `go list -m -json` says about modules besides the graph: when they were
// published, where their files are, their sums.
// Source: `go help list`, and the go command's behaviour (1.26).
// Tested by tests/importers/module_cache/module_facts_test.cc.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/go_sum.h"
#include "engine/model/manifest.h"
#include "engine/model/module_info.h"
#include "importers/module_cache/version_info.h"

namespace modgraph {

/// What the .info of a module version says; nothing if there is none.
struct KnownInfo {
  bool looked_for = false;
  std::optional<VersionInfo> info;
};

/// By number of the module version. Files in the cache never change, so several
/// lists of one process may share this. Not thread-safe.
class VersionInfos {
 public:
  /// The reference stays valid when others are added.
  KnownInfo& operator[](std::size_t number) {
    if (number >= places_.size()) places_.resize(number + 1, 0);
    if (places_[number] == 0) {
      infos_.emplace_back();
      places_[number] = static_cast<std::uint32_t>(infos_.size());
    }
    return infos_[places_[number] - 1];
  }

 private:
  std::vector<std::uint32_t> places_;  // in infos_, from 1; 0: not there
  std::deque<KnownInfo> infos_;
};

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
  /// In FactsOptions::infos: of the version that is read for it.
  std::uint32_t number = 0;
};

struct FactsOptions {
  std::string module_cache;          // GOMODCACHE
  std::vector<std::string> proxies;  // file trees of GOPROXY
  const GoSums* sums = nullptr;      // of the main modules; may be null
  /// -mod=readonly of a single module: what is not in go.sum is not looked up.
  bool sums_required = false;
  /// Only versions and errors, as the text of `go list -m` needs them.
  bool versions_only = false;
  /// What has been read before; grows by what is read now; may be null.
  VersionInfos* infos = nullptr;
};

/// One record for each module, in their order. A module version whose .info is
/// missing has an `error`, because the go command fails then. Files are read in
/// parallel.
std::vector<ModuleInfo> describe_modules(
    std::span<const ModuleToDescribe> modules, const FactsOptions& options);

}  // namespace modgraph
