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
#include "importers/module_cache/file_tree.h"

namespace modgraph {

struct ModuleCacheOptions {
  /// Folders that hold ESCAPED_PATH/@v/VERSION.mod: GOMODCACHE/cache/download,
  /// and file trees of GOPROXY. The first one with a readable file counts.
  std::vector<std::string> roots;
  /// Whether answers carry the sum of the file.
  bool with_sums = true;
  /// If not empty, replacing folders must be inside this one, with links
  /// followed; others are refused.
  std::string confine;
  /// Errors name folders relative to this one; "": by their whole path.
  std::string shown_from;
  /// Where replacing folders are.
  const FileTree* tree = &disk();
};

/// Reads the file on each call and keeps nothing. Several threads may call
/// read() at a time.
class ModuleCache : public ModuleSource {
 public:
  explicit ModuleCache(ModuleCacheOptions options);
  ~ModuleCache() override;

  /// kMissing if no root has the file; kDamaged if it cannot be read, has
  /// errors (all of them are in the fault), or is outside of `confine`.
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
