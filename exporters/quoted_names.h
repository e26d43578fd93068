#pragma once

// The printed names of all vertices as JSON strings, made once: a vertex is
// named as often as it is required.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// "path@version" in quotes, "path" for a main module. In blocks, which are
/// made side by side. O(length of all names).
class QuotedNames {
 public:
  explicit QuotedNames(const ModuleGraph& graph);

  std::string_view operator[](NodeId n) const {
    const std::size_t i = index(n);
    const std::size_t begin = i % kBlock == 0 ? 0 : end_[i - 1];
    const std::string_view block = blocks_[i / kBlock];
    return block.substr(begin, end_[i] - begin);
  }

 private:
  static constexpr std::size_t kBlock = 4096;

  std::vector<std::string> blocks_;
  std::vector<std::size_t> end_;  // of each name, in its block
};

}  // namespace modgraph
