#include "engine/layout/wrap_layers.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::vector<std::uint32_t> wrapped(std::vector<double> widths,
                                   std::vector<std::uint32_t> layers,
                                   double width) {
  std::vector<LayoutBox> boxes;
  for (const double w : widths) boxes.push_back({w, 10});
  return wrap_layers(boxes, layers, width, 10);
}

using Layers = std::vector<std::uint32_t>;

TEST_CASE("layers that fit stay") {
  CHECK(wrapped({50, 50, 50}, {0, 1, 1}, 120) == Layers{0, 1, 1});
  CHECK(wrapped({}, {}, 120).empty());
}

TEST_CASE("a layer that is too wide becomes several, in order") {
  CHECK(wrapped({50, 50, 50, 50, 50, 50}, {0, 1, 1, 1, 1, 2}, 120) ==
        Layers{0, 1, 1, 2, 2, 3});
}

TEST_CASE("a box that is wider than all has a layer of its own") {
  CHECK(wrapped({300, 50}, {0, 0}, 120) == Layers{0, 1});
}

}  // namespace
}  // namespace modgraph
