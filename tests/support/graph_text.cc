#include "tests/support/graph_text.h"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "engine/model/graph_builder.h"

namespace modgraph::test {
namespace {

GraphBuilder::Handle add(GraphBuilder& builder, std::string_view word) {
  const ModuleVersion module = module_version(word);
  return builder.add(module.path, module.version);
}

// Calls take(first word without ':', the others) for every row.
template <class Take>
void for_each_row(std::string_view text, Take take) {
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream in(row);
    std::string first;
    if (!(in >> first)) continue;
    if (first.back() != ':')
      throw std::invalid_argument("no ':' after '" + first + "'");
    first.pop_back();
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    take(first, words);
  }
}

}  // namespace

ModuleVersion module_version(std::string_view word) {
  if (const std::size_t at = word.find('@'); at != word.npos)
    return {std::string(word.substr(0, at)), std::string(word.substr(at + 1))};
  std::size_t digits = word.size();
  while (digits > 0 &&
         (std::isdigit(static_cast<unsigned char>(word[digits - 1])) != 0 ||
          word[digits - 1] == '.'))
    --digits;
  ModuleVersion out{std::string(word.substr(0, digits)),
                    std::string(word.substr(digits))};
  if (out.path.empty())
    throw std::invalid_argument("no module in '" + std::string(word) + "'");
  if (out.version.empty() || out.path == "go") return out;
  if (out.path == "toolchain") return {out.path, "go" + out.version};
  for (auto dots = std::count(out.version.begin(), out.version.end(), '.');
       dots < 2; ++dots)
    out.version += ".0";
  out.version.insert(0, "v");
  return out;
}

ModuleGraph module_graph(std::string_view text) {
  GraphBuilder builder;
  for_each_row(text, [&](const std::string& source, const auto& words) {
    const auto from = add(builder, source);
    for (const std::string& word : words)
      builder.require(from, add(builder, word));
  });
  return std::move(builder).freeze().value();
}

Manifest manifest(std::string_view text) {
  Manifest out;
  int line = 0;
  for_each_row(text, [&](const std::string& kind, const auto& words) {
    if (kind != "indirect" && kind != "exclude") {
      out.module = ModuleDirective{kind, "", {}};
      out.module->where.line = ++line;
    }
    for (const std::string& word : words) {
      SourceSpan where;
      where.line = ++line;
      if (kind == "exclude")
        out.exclude.push_back({module_version(word), where});
      else
        out.require.push_back(
            {module_version(word), kind == "indirect", where});
    }
  });
  return out;
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

std::string short_names(const ModuleGraph& graph,
                        std::span<const NodeId> nodes) {
  std::string out;
  for (const NodeId n : nodes)
    out += (out.empty() ? "" : " ") + short_name(graph, n);
  return out;
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
