#include "tests/support/component_graph.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace modgraph::test {

ComponentGraph component_graph(std::string_view text) {
  std::vector<std::vector<ComponentGraph::Arc>> rows;
  std::vector<std::uint32_t> self_arcs;
  const auto vertex = [&](char letter) {
    const auto v = static_cast<std::uint32_t>(letter - 'a');
    if (rows.size() <= v) rows.resize(v + 1);
    return v;
  };
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line, '|');) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    const std::uint32_t from = vertex(word[0]);
    while (words >> word) {
      const std::uint32_t to = vertex(word[0]);
      const int weight = word.size() > 1 ? std::stoi(word.substr(1)) : 1;
      if (to == from)
        self_arcs.push_back(from);
      else
        rows[from].push_back({to, static_cast<std::uint32_t>(weight)});
    }
  }
  std::vector<std::uint32_t> begins{0};
  std::vector<ComponentGraph::Arc> arcs;
  for (const auto& row : rows) {
    arcs.insert(arcs.end(), row.begin(), row.end());
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  std::sort(self_arcs.begin(), self_arcs.end());
  return modgraph::component_graph(begins, arcs, self_arcs);
}

}  // namespace modgraph::test
