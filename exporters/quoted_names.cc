#include "exporters/quoted_names.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/base/parallel.h"
#include "exporters/json_text.h"

namespace modgraph {

QuotedNames::QuotedNames(const ModuleGraph& graph)
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

}  // namespace modgraph
