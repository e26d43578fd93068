#include "tests/support/drawings.h"

#include <algorithm>
#include <sstream>

#include "engine/layout/acyclic.h"
#include "engine/layout/ranks.h"

namespace modgraph::test {

Sketch sketch(std::string_view text) {
  Sketch out;
  const auto box = [&](char letter) {
    const auto v = static_cast<std::uint32_t>(letter - 'a');
    if (v >= out.boxes.size()) out.boxes.resize(v + 1, {60, 20});
    return v;
  };
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream words(row);
    std::string word;
    if (!(words >> word)) continue;
    LayoutLine line;
    line.from = box(word[0]);
    while (words >> word) {
      line.to = box(word[0]);
      line.closes_loop = word.ends_with('!');
      line.label_width = line.label_height = word.ends_with('=') ? 10 : 0;
      out.lines.push_back(line);
    }
  }
  return out;
}

Sketch random_sketch(std::mt19937& random, std::uint32_t most, double density) {
  Sketch out;
  const auto count = 1 + random() % most;
  for (std::size_t i = 0; i < count; ++i)
    out.boxes.push_back({static_cast<double>(20 + random() % 150),
                         static_cast<double>(15 + random() % 30)});
  const auto lines = random() % static_cast<std::size_t>(
                                    density * static_cast<double>(count) + 1);
  for (std::size_t i = 0; i < lines; ++i) {
    LayoutLine line;
    line.from = static_cast<std::uint32_t>(random() % count);
    line.to = static_cast<std::uint32_t>(random() % count);
    // Mostly forward, as dependencies are.
    if (line.from > line.to && random() % 4 > 0) std::swap(line.from, line.to);
    line.closes_loop = random() % 16 == 0;
    line.weight = static_cast<std::uint32_t>(1 + random() % 4);
    if (random() % 8 == 0) {
      line.label_width = 40;
      line.label_height = 12;
    }
    out.lines.push_back(line);
  }
  return out;
}

Sketch chain(std::uint32_t boxes) {
  Sketch out;
  out.boxes.assign(boxes, {60, 20});
  for (std::uint32_t v = 0; v + 1 < boxes; ++v) {
    LayoutLine line;
    line.from = v;
    line.to = v + 1;
    out.lines.push_back(line);
  }
  return out;
}

LayeredGraph layered(const Sketch& sketch) {
  const auto against = lines_against_flow(sketch.box_count(), sketch.lines);
  return layered_graph(sketch.boxes, sketch.lines,
                       assign_ranks(sketch.box_count(), sketch.lines, against),
                       against);
}

bool is_an_order(const LayeredGraph& graph, const LayerOrder& order) {
  std::size_t count = 0;
  for (std::uint32_t l = 0; l < order.layers.count(); ++l)
    for (std::uint32_t i = 0; i < order.layers[l].size(); ++i) {
      const std::uint32_t v = order.layers[l][i];
      if (graph.layer[v] != l || order.position[v] != i) return false;
      ++count;
    }
  return order.layers.count() == graph.layer_count &&
         count == graph.vertex_count();
}

}  // namespace modgraph::test
