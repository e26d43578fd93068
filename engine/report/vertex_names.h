#pragma once

// The printed names of all vertices, made once: a vertex is named as often as
// it is required.
// Tested by tests/engine/report/report_document_test.cc.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// "path@version", "path" for a main module. In blocks, which are made side by
/// side. O(length of all names).
class VertexNames {
 public:
  explicit VertexNames(const ModuleGraph& graph);

  std::string_view operator[](NodeId n) const {
    const std::size_t i = index(n);
    const std::size_t begin = i % kBlock == 0 ? 0 : end_[i - 1];
    const std::string_view block = blocks_[i / kBlock];
    return block.substr(begin, end_[i] - begin);
  }

  /// All bytes of all names are printable ASCII, without quote and backslash:
  /// so are those of every module that the go command accepts.
  bool are_plain() const { return are_plain_; }

 private:
  static constexpr std::size_t kBlock = 4096;

  std::vector<std::string> blocks_;
  std::vector<std::size_t> end_;  // of each name, in its block
  bool are_plain_ = true;
};

}  // namespace modgraph
