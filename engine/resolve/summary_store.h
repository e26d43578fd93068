#pragma once

// The go.mod summaries of module versions, read once and kept: the go.mod of a
// module version never changes, so all main modules of one process share them.
// Modules are dense ids of one table, requirements are lists of ids.
//
// Not thread-safe; the files are read by other threads too (read_ahead.h).

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/resolve/module_source.h"
#include "engine/resolve/pruning.h"
#include "engine/resolve/read_ahead.h"
#include "engine/resolve/version_table.h"

namespace modgraph {

/// A module version, or a folder, in the table of a SummaryStore.
using VersionId = std::uint32_t;

class SummaryStore {
 public:
  struct Summary {
    std::string_view path;   // of the module line
    std::string go_version;  // of the go line
    Pruning pruning = Pruning::kUnpruned;
    bool has_replacements = false;  // there may be `replace` lines
    /// In file order, repeats kept; `go` last when the go line is of 1.21 or
    /// later.
    std::vector<VersionId> require;
    std::string sum;  // of the file, as go.sum states it; "" if not known
    std::optional<SourceFault> fault;  // then the fields above are empty
  };

  /// The source must outlive the store.
  explicit SummaryStore(ModuleSource& source) : ahead_(source) {}

  VersionTable& table() { return table_; }
  const VersionTable& table() const { return table_; }
  VersionId id(const ModuleVersion& module) { return table_.add(module); }

  /// As long as it lives, other threads read what was asked for.
  class ReadingAhead {
   public:
    explicit ReadingAhead(SummaryStore& store) : store_(store) {
      store_.ahead_.begin();
    }
    ReadingAhead(const ReadingAhead&) = delete;
    ReadingAhead& operator=(const ReadingAhead&) = delete;
    ~ReadingAhead() { store_.ahead_.end(); }

   private:
    SummaryStore& store_;
  };

  /// Asks for the go.mod of a module, if that was not done before.
  void ask(VersionId module);

  /// Takes in what was asked for up to this module, which must have been.
  const Summary& settle(VersionId module);

  /// Both for all of them, with other threads.
  void fetch(std::span<const VersionId> modules);

  /// Whether it was settled.
  bool knows(VersionId module) const {
    return module < place_.size() && place_[module] < kAsked;
  }

  /// What was found; it stays where it is. Requires that it was settled.
  const Summary& of(VersionId module) const {
    return summaries_[place_[module]];
  }

  /// How many go.mod files were taken in.
  std::size_t size() const { return summaries_.size(); }

 private:
  static constexpr std::uint32_t kAsked = 0xffff'fffe;
  static constexpr std::uint32_t kUnknown = 0xffff'ffff;

  Summary summary_of(SourceAnswer& answer);

  VersionTable table_;
  std::deque<VersionId> asked_;  // and not settled
  std::deque<Summary> summaries_;
  std::vector<std::uint32_t> place_;  // by VersionId: in summaries_, or a sign
  ReadAhead ahead_;
};

}  // namespace modgraph
