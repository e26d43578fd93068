#pragma once

// Collects module versions and requirements in any order, then freezes them
// into a ModuleGraph: forgiving while building, immutable afterwards.
//
//   GraphBuilder b;
//   const auto a = b.add("example.com/a", ""), c = b.add("example.com/c",
//   "v1.0.0"); b.require(a, c); Result<ModuleGraph> g = std::move(b).freeze();
//
// Handles are numbered in order of first appearance and stay valid until
// freeze(). Adding the same (path, version) twice gives the same handle.
// Not thread-safe.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/huge_pages.h"
#include "engine/base/interner.h"
#include "engine/base/result.h"
#include "engine/model/module_graph.h"

namespace modgraph {

class GraphBuilder {
 public:
  using Handle = std::uint32_t;

  /// Room for `times` what there is, at most 2^28 of anything. Untouched room
  /// costs nothing.
  void reserve_times(double times);

  /// The vertex (path, version); version "" makes it a main module. A path has
  /// no '@'.
  Handle add(std::string_view path, std::string_view version);

  /// handles[i] = the vertex named names[i], "path@version" or "path". Fast in
  /// bulk. Vertices from size() before the call upwards are new ones.
  void add_names(std::span<const std::string_view> names,
                 std::span<Handle> handles);

  /// Distinct vertices, and requirements, so far.
  std::size_t size() const { return names_.size(); }
  std::size_t requirement_count() const { return targets_.size(); }
  /// "path@version" or "path".
  std::string_view name(Handle vertex) const { return names_.name(vertex); }
  /// Its version_key(); kNoVersionKey for `go` and `toolchain`.
  std::uint64_t key(Handle vertex) const { return keys_[vertex]; }

  /// Records that `from` requires `to`; repeats are kept, and so is the order
  /// of each source.
  void require(Handle from, Handle to) {
    if (runs_.empty() || runs_.back().source != from)
      push_huge(runs_, {from, 0});
    ++runs_.back().length;
    push_huge(targets_, to);
  }

  /// States whether the go.mod of a vertex was loaded. Left alone, a vertex
  /// with requirements is open and one without is unknown.
  void set_loaded(Handle vertex, Loaded loaded);

  /// The sorted, frozen graph. Time O(V log V + E). Fails (kLimit) beyond
  /// 2^32 - 2 vertices or requirements, or 2^30 - 1 bytes of a path.
  Result<ModuleGraph> freeze() &&;

 private:
  // Requirements of one source that came in a row: they are grouped in real
  // input, so this takes little more than four bytes an edge.
  struct Run {
    Handle source;
    std::uint32_t length;
  };
  // Vertices in the order of their ids, and the way there.
  struct Numbering;

  void split_names_from(std::size_t first);
  std::string_view path(Handle vertex) const;
  std::string_view version(Handle vertex) const;
  std::vector<std::uint32_t> module_starts(
      std::span<const Handle> order,
      std::span<const std::string_view> paths) const;
  void sort_versions(std::span<Handle> of_one_module) const;
  Numbering number_vertices() const;
  Rows<NodeId> requirement_rows(std::span<const NodeId> node_of) const;

  Interner names_;
  // By vertex. A name is taken apart when it is first seen: it is in the cache
  // then.
  std::vector<std::uint64_t> keys_;  // of the version
  std::vector<std::uint32_t> path_lengths_;
  std::vector<Run> runs_;
  std::vector<Handle> targets_;
  std::vector<std::pair<Handle, Loaded>> loaded_;
};

}  // namespace modgraph
