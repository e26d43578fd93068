#pragma once

// go.mod files from where the go command keeps them: its module cache, and
// folders that replace modules. Nothing is fetched, nothing is written.
// Source: go.dev/ref/mod#module-cache, #goproxy-protocol.
// Tested by tests/importers/module_cache/module_cache_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/resolve/module_source.h"

namespace modgraph {

struct ModuleCacheOptions {
  /// Folders that hold ESCAPED_PATH/@v/VERSION.mod, the first that has one that
  /// can be read counts: GOMODCACHE/cache/download, and file trees of GOPROXY.
  std::vector<std::string> roots;
  /// Whether answers carry the sum of the file.
  bool with_sums = true;
  /// Replacing folders outside of it, links followed, are refused; empty: any
  /// is read.
  std::string confine;
  /// How folders are named in errors: relative to this one.
  std::string shown_from;
};

class ModuleCache : public ModuleSource {
 public:
  explicit ModuleCache(ModuleCacheOptions options);
  ~ModuleCache() override;

  SourceAnswer read(const ModuleVersion& module, ModuleSummary spare) override;

 private:
  SourceAnswer read_version(const ModuleVersion& module,
                            ModuleSummary& spare) const;
  SourceAnswer read_folder(const std::string& folder,
                           ModuleSummary& spare) const;

  ModuleCacheOptions options_;
  std::vector<int> roots_;  // descriptors of the folders, -1: not there
};

/// Largest go.mod of a dependency that is read, bytes: the go command's limit.
inline constexpr std::uint64_t kMaxDependencyBytes = std::uint64_t{16} << 20;

}  // namespace modgraph
