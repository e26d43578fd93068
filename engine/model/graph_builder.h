#pragma once

// Collects module versions and requirements in any order, then freezes them
// into a ModuleGraph: forgiving while building, immutable afterwards.
//
//   GraphBuilder b;
//   Handle a = b.add("example.com/a", ""), c = b.add("example.com/c", "v1.0.0");
//   b.require(a, c);
//   ModuleGraph g = std::move(b).freeze();
//
// Handles are numbered in order of first appearance, and stay valid until
// freeze(). Adding the same (path, version) twice gives the same handle.
// Not thread-safe.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/interner.h"
#include "engine/base/result.h"
#include "engine/model/module_graph.h"

namespace modgraph {

class GraphBuilder {
 public:
  using Handle = std::uint32_t;

  GraphBuilder();
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  /// The vertex (path, version); version "" makes it a main module.
  Handle add(std::string_view path, std::string_view version);

  /// Records that `from` requires `to`; repeats are kept, per-source order too.
  void require(Handle from, Handle to);

  /// States whether the go.mod of a vertex was loaded. Without it, a vertex
  /// with requirements is open and one without is unknown.
  void set_opened(Handle vertex, Opened opened);

  /// The sorted, frozen graph. Time O(V log V + E). Fails (kLimit) when there
  /// are more than 2^32 - 2 vertices or edges.
  Result<ModuleGraph> freeze() &&;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace modgraph
