#pragma once

// The go.mod summaries of module versions, read once and kept: the go.mod of a
// module version never changes, so all main modules of one process share them.
// Modules are dense ids of one table, requirements are lists of ids.
//
// Not thread-safe; the source reads a wave with as many threads as it likes.

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/resolve/module_source.h"
#include "engine/resolve/pruning.h"
#include "engine/resolve/version_table.h"

namespace modgraph {

/// A module version, or a folder, in the table of a SummaryStore.
using VersionId = std::uint32_t;

class SummaryStore {
 public:
  struct Summary {
    std::string path;        // of the module line
    std::string go_version;  // of the go line
    Pruning pruning = Pruning::kUnpruned;
    bool has_replacements = false;  // there may be `replace` lines
    /// In file order, repeats kept; `go` last when the go line is of 1.21 or
    /// later.
    std::vector<VersionId> require;
    std::string sum;  // of the file, as go.sum states it; "" if not known
    std::optional<SourceFault> fault;  // then what stands above is empty
  };

  /// The source must outlive the store.
  explicit SummaryStore(ModuleSource& source) : source_(source) {}

  VersionTable& table() { return table_; }
  const VersionTable& table() const { return table_; }
  VersionId id(const ModuleVersion& module) { return table_.add(module); }

  /// Reads those of the modules that were not read before, in one wave.
  void fetch(std::span<const VersionId> modules);

  /// Whether it was fetched.
  bool knows(VersionId module) const {
    return module < place_.size() && place_[module] != 0;
  }

  /// What fetch() found; it stays where it is. Requires that it was fetched.
  const Summary& of(VersionId module) const {
    return summaries_[place_[module] - 1];
  }

  /// How many go.mod files have been asked for.
  std::size_t size() const { return summaries_.size(); }

 private:
  Summary summary_of(SourceAnswer&& answer);

  ModuleSource& source_;
  VersionTable table_;
  std::deque<Summary> summaries_;
  std::vector<std::uint32_t> place_;  // by VersionId; 0: not fetched
};

}  // namespace modgraph
