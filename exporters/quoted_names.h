#pragma once

// Names of vertices as JSON writes them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/parallel.h"
#include "engine/model/module_graph.h"
#include "exporters/json_text.h"

namespace modgraph {

/// The printed names of all vertices as JSON strings, made once: a vertex is
/// named as often as it is required. In blocks, which are made side by side.
/// O(bytes of all names).
class QuotedNames {
 public:
  explicit QuotedNames(const ModuleGraph& graph)
      : blocks_((graph.node_count() + kBlock - 1) / kBlock),
        end_(graph.node_count()) {
    run_each(graph.node_count(), blocks_.size(), [&](std::size_t block) {
      std::string text;
      std::string name;
      const std::size_t stop = std::min((block + 1) * kBlock, end_.size());
      for (std::size_t i = block * kBlock; i < stop; ++i) {
        const NodeId n{static_cast<std::uint32_t>(i)};
        name.assign(graph.path(n));
        if (!graph.is_main(n)) name.append("@").append(graph.version(n));
        append_json_string(text, name);
        end_[i] = text.size();
      }
      blocks_[block] = std::move(text);
    });
  }

  std::string_view operator[](NodeId n) const {
    const std::size_t i = index(n);
    const std::size_t begin = i % kBlock == 0 ? 0 : end_[i - 1];
    return std::string_view(blocks_[i / kBlock]).substr(begin, end_[i] - begin);
  }

 private:
  static constexpr std::size_t kBlock = 4096;

  std::vector<std::string> blocks_;
  std::vector<std::size_t> end_;  // of each name, in its block
};

}  // namespace modgraph
