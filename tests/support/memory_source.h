#pragma once

// go.mod files in memory, for tests of resolving.

#include <atomic>
#include <map>
#include <string>

#include "engine/resolve/module_source.h"

namespace modgraph::test {

class MemorySource : public ModuleSource {
 public:
  /// By "path@version", or by absolute folder: the text of the go.mod.
  explicit MemorySource(std::map<std::string, std::string> files)
      : files_(std::move(files)) {}

  SourceAnswer read(const ModuleVersion& module, ModuleSummary spare) override;

  /// How many go.mod files were asked for, repeats too.
  std::size_t reads() const { return reads_; }

 private:
  std::map<std::string, std::string> files_;
  std::atomic<std::size_t> reads_ = 0;
};

}  // namespace modgraph::test
