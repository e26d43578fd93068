#include "tests/support/graph_text.h"

#include <cctype>
#include <sstream>
#include <stdexcept>

#include "engine/model/graph_builder.h"

namespace modgraph::test {
namespace {

// "B1.2" -> path "B", version "v1.2.0".
GraphBuilder::Handle add(GraphBuilder& builder, const std::string& word) {
  std::size_t digits = word.size();
  while (digits > 0 &&
         (std::isdigit(static_cast<unsigned char>(word[digits - 1])) != 0 ||
          word[digits - 1] == '.'))
    --digits;
  const std::string path = word.substr(0, digits);
  std::string version = word.substr(digits);
  if (path.empty()) throw std::invalid_argument("no module in '" + word + "'");
  if (version.empty()) return builder.add(path, "");
  if (path == "go") return builder.add(path, version);
  if (path == "toolchain") return builder.add(path, "go" + version);
  for (auto dots = std::count(version.begin(), version.end(), '.'); dots < 2;
       ++dots)
    version += ".0";
  return builder.add(path, "v" + version);
}

}  // namespace

ModuleGraph module_graph(std::string_view text) {
  GraphBuilder builder;
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream words(row);
    std::string source;
    words >> source;
    if (source.empty()) continue;
    if (source.back() != ':')
      throw std::invalid_argument("no ':' after '" + source + "'");
    source.pop_back();
    const auto from = add(builder, source);
    for (std::string word; words >> word;)
      builder.require(from, add(builder, word));
  }
  return std::move(builder).freeze().value();
}

std::string short_name(const ModuleGraph& graph, NodeId node) {
  std::string out(graph.path(node));
  std::string_view version = graph.version(node);
  if (graph.kind(graph.module_of(node)) == ModuleKind::kModule) {
    if (!version.empty()) version.remove_prefix(1);
    while (version.ends_with(".0")) version.remove_suffix(2);
  } else if (version.starts_with("go")) {
    version.remove_prefix(2);
  }
  return out.append(version);
}

template <class Id>
Digraph<Id> digraph(std::string_view text) {
  std::vector<Edge<Id>> edges;
  std::size_t count = 0;
  const auto vertex = [&](char letter) {
    const auto v = static_cast<std::uint32_t>(letter - 'a');
    count = std::max<std::size_t>(count, v + 1);
    return Id{v};
  };
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream words(row);
    std::string word;
    if (!(words >> word)) continue;
    const Id from = vertex(word[0]);
    while (words >> word) edges.push_back({from, vertex(word[0])});
  }
  return digraph_from_edges<Id>(count, edges);
}

template Digraph<NodeId> digraph(std::string_view);
template Digraph<ModuleId> digraph(std::string_view);

}  // namespace modgraph::test
