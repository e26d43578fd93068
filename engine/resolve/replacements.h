#pragma once

// Which module is read instead of another one: the `replace` directives of the
// main modules and of go.work.
//
// A replacement of the exact version goes before one of all versions, go.work
// before the go.mod files. They are not chained: what replaces a module is not
// replaced again. Replacements in dependencies have no effect.
// Source: go.dev/ref/mod#go-mod-file-replace, #go-work-file-replace.
// Tested by tests/engine/resolve/replacements_test.cc.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/main_modules.h"

namespace modgraph {

/// What replaces a module version.
struct AppliedReplacement {
  /// As the go command spells it: a folder (version "") that is relative stays
  /// so, seen from go.work in a workspace, else from go.mod.
  ModuleVersion shown;
  /// What is read: a module version, or an absolute folder.
  ModuleVersion read;
  /// Which directive says so.
  const Replacement* directive = nullptr;
  /// Another member of the workspace replaces exactly this version, otherwise:
  /// the go command refuses that.
  const Replacement* disputed_by = nullptr;
};

class Replacements {
 public:
  /// `mains` must outlive it.
  explicit Replacements(const MainModules& mains);

  /// The replacement of a module version that is not a main module; version ""
  /// requires one of all versions. O(log directives).
  std::optional<AppliedReplacement> find(std::string_view path,
                                         std::string_view version) const;

  /// What the go command says of a module version whose replacement is
  /// disputed, at the line that disputes it.
  Error dispute(const ModuleVersion& module,
                const AppliedReplacement& by) const;

  /// Directives of one workspace that contradict each other, as the go command
  /// refuses them.
  Errors conflicts() const;

 private:
  // Directives of one file, by what they replace.
  struct File {
    std::vector<const Replacement*> sorted;
    std::string folder;
    bool is_work = false;
  };
  static const Replacement* find_in(const File& file, std::string_view path,
                                    std::string_view version);
  AppliedReplacement spelled(const Replacement& directive,
                             const File& file) const;

  const MainModules& mains_;
  std::vector<File> files_;  // go.work first, then go.mod files in `use` order
  std::vector<std::string_view> paths_;  // sorted: all that is replaced
};

}  // namespace modgraph
