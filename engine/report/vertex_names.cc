#include "engine/report/vertex_names.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/base/parallel.h"

namespace modgraph {
namespace {

bool has_plain_bytes(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  });
}

}  // namespace

VertexNames::VertexNames(const ModuleGraph& graph)
    : blocks_((graph.node_count() + kBlock - 1) / kBlock),
      end_(graph.node_count()) {
  std::vector<char> plain(blocks_.size());
  run_each(graph.node_count(), blocks_.size(), [&](std::size_t block) {
    std::string text;
    const std::size_t stop = std::min((block + 1) * kBlock, end_.size());
    for (std::size_t i = block * kBlock; i < stop; ++i) {
      const NodeId n{static_cast<std::uint32_t>(i)};
      text.append(graph.path(n));
      if (!graph.is_main(n)) text.append("@").append(graph.version(n));
      end_[i] = text.size();
    }
    plain[block] = has_plain_bytes(text) ? 1 : 0;
    blocks_[block] = std::move(text);
  });
  are_plain_ =
      std::all_of(plain.begin(), plain.end(), [](char c) { return c != 0; });
}

}  // namespace modgraph
