#pragma once

// The replace lines of one file, for many look-ups.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

class ReplaceLines {
 public:
  ReplaceLines() = default;
  /// The manifest must outlive it.
  explicit ReplaceLines(const Manifest& manifest);

  /// What the file puts in the place of a module version: its line for exactly
  /// that version before the one for all. A folder (version "") is clean and
  /// named from where the file itself is named. O(log lines).
  std::optional<ModuleVersion> find(std::string_view path,
                                    std::string_view version) const;

  /// Whether some line replaces some version of it. O(log lines).
  bool mentions(std::string_view path) const;

  /// What is replaced; repeats where several versions are.
  void append_paths(std::vector<std::string_view>& out) const;

 private:
  std::vector<const Replacement*> sorted_;  // by path, then version
  std::string_view file_;
};

}  // namespace modgraph
