// The lines of a picture against their definition, on random graphs.

#include "engine/report/views/overview_lines.h"

#include <random>
#include <set>

#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Matrix = std::vector<std::vector<bool>>;

Digraph<ModuleId> random_graph(std::mt19937& random, std::uint32_t vertices) {
  std::vector<ModuleEdge> edges;
  for (auto n = random() % (std::size_t{2} * vertices); n > 0; --n)
    edges.push_back(
        {ModuleId{static_cast<std::uint32_t>(random() % vertices)},
         ModuleId{static_cast<std::uint32_t>(random() % vertices)}});
  return simple_digraph_from_edges<ModuleId>(vertices, edges);
}

// Warshall: which vertex leads to which, itself included.
Matrix closure_of(
    std::size_t count,
    const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  Matrix out(count, std::vector<bool>(count));
  for (std::size_t v = 0; v < count; ++v) out[v][v] = true;
  for (const auto& [from, to] : edges) out[from][to] = true;
  for (std::size_t k = 0; k < count; ++k)
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = 0; j < count; ++j)
        if (out[i][k] && out[k][j]) out[i][j] = true;
  return out;
}

Matrix closure_of(const Digraph<ModuleId>& graph) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (ModuleId m : graph.vertices())
    for (ModuleId to : graph.dependencies(m))
      edges.emplace_back(index(m), index(to));
  return closure_of(graph.vertex_count(), edges);
}

Matrix closure_of(const std::vector<PictureLine>& lines, std::size_t count) {
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (const PictureLine& line : lines) edges.emplace_back(line.from, line.to);
  return closure_of(count, edges);
}

PictureMarks no_marks(std::size_t modules) {
  PictureMarks out;
  out.level.resize(modules);
  out.in_cycle.resize(modules);
  out.on_critical_path.resize(modules);
  return out;
}

struct BoxedGraph {
  Digraph<ModuleId> graph;
  DrawnBoxes boxes;
};

// Some modules of a random graph, each in a box of its own.
BoxedGraph random_case(std::mt19937& random) {
  const auto vertices = static_cast<std::uint32_t>(1 + random() % 12);
  BoxedGraph out{random_graph(random, vertices), DrawnBoxes(vertices)};
  for (ModuleId m : out.graph.vertices())
    if (random() % 3 > 0) out.boxes.add(m);
  return out;
}

TEST_CASE("lines lead from box to box exactly where modules do") {
  std::mt19937 random(7);
  std::size_t compared = 0;
  for (int round = 0; round < 5000; ++round) {
    const BoxedGraph c = random_case(random);
    const auto components = strongly_connected_components(c.graph);
    const auto lines = reduced_lines(c.graph, components, c.boxes,
                                     no_marks(c.graph.vertex_count()));
    const Matrix modules = closure_of(c.graph);
    const Matrix drawn = closure_of(lines, c.boxes.count());
    for (std::uint32_t a = 0; a < c.boxes.count(); ++a)
      for (std::uint32_t b = 0; b < c.boxes.count(); ++b) {
        const ModuleId from = c.boxes[a].members[0];
        const ModuleId to = c.boxes[b].members[0];
        REQUIRE(drawn[a][b] == modules[index(from)][index(to)]);
        ++compared;
      }
  }
  test::report("reduced lines", compared, "pairs of boxes");
}

TEST_CASE("between boxes that are on no cycle no line can be spared") {
  std::mt19937 random(8);
  for (int round = 0; round < 2000; ++round) {
    const BoxedGraph c = random_case(random);
    const auto components = strongly_connected_components(c.graph);
    const auto lines = reduced_lines(c.graph, components, c.boxes,
                                     no_marks(c.graph.vertex_count()));
    const Matrix before = closure_of(lines, c.boxes.count());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (before[lines[i].to][lines[i].from]) continue;
      std::vector<PictureLine> without = lines;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      REQUIRE_FALSE(
          closure_of(without, c.boxes.count())[lines[i].from][lines[i].to]);
    }
  }
}

TEST_CASE("a line says whether it is a requirement or a way through others") {
  std::mt19937 random(9);
  for (int round = 0; round < 2000; ++round) {
    const BoxedGraph c = random_case(random);
    const auto components = strongly_connected_components(c.graph);
    for (const PictureLine& line : reduced_lines(
             c.graph, components, c.boxes, no_marks(c.graph.vertex_count()))) {
      const auto row = c.graph.dependencies(c.boxes[line.from].members[0]);
      const bool direct =
          std::ranges::find(row, c.boxes[line.to].members[0]) != row.end();
      REQUIRE(line.through_hidden == !direct);
    }
  }
}

TEST_CASE("lines that say more stay, and repeats of a change are said once") {
  const auto graph = simple_digraph_from_edges<ModuleId>(
      3, std::vector<ModuleEdge>{{ModuleId{0}, ModuleId{1}},
                                 {ModuleId{1}, ModuleId{2}},
                                 {ModuleId{0}, ModuleId{2}}});
  DrawnBoxes boxes(3);
  for (ModuleId m : graph.vertices()) boxes.add(m);
  PictureMarks marks = no_marks(3);
  const auto components = strongly_connected_components(graph);
  CHECK(reduced_lines(graph, components, boxes, marks).size() == 2);
  CHECK(every_line(graph, components, boxes, marks).size() == 3);
  const ModuleEdge edge{ModuleId{0}, ModuleId{2}};
  marks.forced = {{edge, {"v1.0.0", "v1.2.0"}},
                  {edge, {"v1.0.0", "v1.2.0"}},
                  {edge, {"v1.1.0", "v1.2.0"}}};
  const auto lines = reduced_lines(graph, components, boxes, marks);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].forced.size() == 2);
  CHECK(count_without_line(graph, boxes, lines) == 0);
}

}  // namespace
}  // namespace modgraph
