#pragma once

// The requirement graph of Go modules. START HERE: every importer ends in one
// of these, every analysis takes one by const reference, every exporter shows
// a part of one.
//
// A vertex (NodeId) is a module version; an edge is a requirement, exactly as
// `go mod graph` prints it: all versions, edges in file order, duplicates kept.
// A main module has version "" and is the highest version of its path. `go`
// and `toolchain` are vertices of their own kind: never counted as modules.
//
// Ids are sorted: nodes by (path bytewise, version by Go's order), modules by
// path. So the versions of a module are a contiguous range of nodes in
// ascending order, its selected version is the last of them, and everything
// that walks ids in order is deterministic.
//
//   graph.requirements(n)          what n's go.mod requires, in its order
//   graph.requirers(n)             what requires exactly this version
//   graph.selected(graph.module_of(n))   the version that the build uses
//
// The go.mod of a node is loaded or not (pruned out, or never read). A node
// that is not loaded has no requirements here, which does not mean that it has
// none.
//
// The graph is frozen: GraphBuilder (graph_builder.h) makes it, nothing changes
// it, any number of threads may read it.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/ids.h"
#include "engine/model/module_kind.h"

namespace modgraph {

/// Whether the go.mod of a module version was loaded.
enum class Loaded : std::uint8_t {
  kNo,
  kYes,
  kUnknown,  // graph text has no line for it: pruned, or it requires nothing
};

class ModuleGraph {
 public:
  // Vertices.
  std::size_t node_count() const { return requirements_.vertex_count(); }
  std::size_t module_count() const { return modules_.size(); }
  IdRange<NodeId> nodes() const { return requirements_.vertices(); }
  IdRange<ModuleId> modules() const {
    return {0, static_cast<std::uint32_t>(modules_.size())};
  }

  // Names. The views live as long as the graph.
  std::string_view path(ModuleId m) const { return modules_[index(m)].path(); }
  std::string_view path(NodeId n) const { return path(module_of(n)); }
  /// "" for a main module.
  std::string_view version(NodeId n) const { return versions_[index(n)]; }
  /// "path@version", or "path" for a main module.
  std::string name(NodeId n) const;

  // Modules and their versions.
  ModuleId module_of(NodeId n) const { return module_of_[index(n)]; }
  ModuleKind kind(ModuleId m) const { return modules_[index(m)].kind(); }
  /// All versions of a module in the graph, ascending; never empty.
  IdRange<NodeId> versions(ModuleId m) const {
    return {modules_[index(m)].first, modules_[index(m) + 1].first};
  }
  /// The version of the build list: the highest one (minimal version
  /// selection over what was recorded).
  NodeId selected(ModuleId m) const { return versions(m).back(); }
  bool is_selected(NodeId n) const { return selected(module_of(n)) == n; }

  /// Main modules, ascending by path. Their version is "".
  std::span<const NodeId> mains() const { return mains_; }
  bool is_main(NodeId n) const { return versions_[index(n)].empty(); }

  // Requirements. A row keeps file order and repeats.
  const Digraph<NodeId>& requirements() const { return requirements_; }
  std::span<const NodeId> requirements(NodeId n) const {
    return requirements_.dependencies(n);
  }
  /// Ascending; as often as the requirement is written.
  std::span<const NodeId> requirers(NodeId n) const {
    return requirements_.dependents(n);
  }
  Loaded loaded(NodeId n) const { return loaded_[index(n)]; }

  // Look-up, O(log n).
  std::optional<ModuleId> find(std::string_view path) const;
  std::optional<NodeId> find(std::string_view path,
                             std::string_view version) const;

 private:
  friend class GraphBuilder;

  static constexpr std::size_t kLongestPath = (std::size_t{1} << 30) - 1;

  struct Module {
    const char* text = nullptr;
    std::uint32_t first = 0;  // its first node; the next module's is the end
    // One word in place of two: there may be ten million.
    std::uint32_t length : 30 = 0;
    std::uint32_t kind_number : 2 = 0;

    std::string_view path() const { return {text, length}; }
    ModuleKind kind() const { return static_cast<ModuleKind>(kind_number); }
  };
  // One more than there are modules, as the end of the last one's versions.
  struct ModuleTable {
    std::vector<Module> rows;
    std::size_t size() const { return rows.empty() ? 0 : rows.size() - 1; }
    const Module& operator[](std::size_t i) const { return rows[i]; }
  };

  ModuleTable modules_;
  std::vector<ModuleId> module_of_;         // by node
  std::vector<std::string_view> versions_;  // by node
  std::vector<Loaded> loaded_;              // by node
  std::vector<NodeId> mains_;
  Digraph<NodeId> requirements_;
  std::vector<std::unique_ptr<char[]>> text_;  // what the views point into
};

}  // namespace modgraph
