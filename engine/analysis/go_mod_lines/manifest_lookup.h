#pragma once

// Looking up the lines of main go.mod files: whose they are, what they exclude
// and what they replace.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// The main module of the graph that a go.mod is of; none for a go.work, and
/// when the graph has no such main module.
std::optional<NodeId> main_of(const ModuleGraph& graph,
                              const Manifest& manifest);

/// The versions that go.mod files exclude. The go command drops a requirement
/// that any main module excludes.
class Exclusions {
 public:
  explicit Exclusions(std::span<const Manifest> manifests);
  bool contains(const ModuleVersion& module) const;

 private:
  std::vector<ModuleVersion> sorted_;
};

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
