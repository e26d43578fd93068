#include "cli/project/find_module.h"

#include <fmt/core.h>

#include <string_view>
#include <vector>

#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

Error unknown(const ModuleGraph& graph, const std::string& word) {
  const std::string path = word.substr(0, word.find('@'));
  const auto module = graph.find(path);
  std::string hint;
  if (module) {
    hint = "the graph has";
    for (const NodeId n : graph.versions(*module)) hint += " " + graph.name(n);
  } else {
    std::vector<std::string_view> paths;
    for (const ModuleId m : graph.modules()) paths.push_back(graph.path(m));
    if (const auto near = nearest(path, paths))
      hint = fmt::format("did you mean '{}'?", *near);
  }
  return {ErrorKind::kInput,
          module ? fmt::format("{} is not in the graph", word)
                 : fmt::format("no module {} is in the graph", path),
          {},
          {},
          hint};
}

}  // namespace

Result<NodeId> find_module(const ModuleGraph& graph, const std::string& word) {
  const std::size_t at = word.find('@');
  if (at == std::string::npos) {
    const auto module = graph.find(word);
    if (!module) return fail(unknown(graph, word));
    return graph.selected(*module);
  }
  const auto node = graph.find(word.substr(0, at), word.substr(at + 1));
  if (!node) return fail(unknown(graph, word));
  return *node;
}

}  // namespace modgraph
