#include "engine/layout/pack.h"

#include <random>

#include "engine/layout/parts.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("parts stand side by side, apart from each other") {
  std::mt19937 random(14);
  for (int round = 0; round < 300; ++round) {
    std::vector<LayoutBox> parts;
    for (auto n = 1 + random() % 30; n > 0; --n)
      parts.push_back({static_cast<double>(random() % 300),
                       static_cast<double>(random() % 200)});
    const Packing p = pack(parts, 10, 1.6);
    for (std::size_t a = 0; a < parts.size(); ++a) {
      REQUIRE(p.corners[a].x + parts[a].width <= p.width + 1e-9);
      REQUIRE(p.corners[a].y + parts[a].height <= p.height + 1e-9);
      for (std::size_t b = 0; b < a; ++b) {
        const bool apart =
            p.corners[a].x + parts[a].width + 10 <= p.corners[b].x + 1e-9 ||
            p.corners[b].x + parts[b].width + 10 <= p.corners[a].x + 1e-9 ||
            p.corners[a].y + parts[a].height + 10 <= p.corners[b].y + 1e-9 ||
            p.corners[b].y + parts[b].height + 10 <= p.corners[a].y + 1e-9;
        REQUIRE(apart);
      }
    }
  }
  CHECK(pack({}, 10, 1.6).corners.empty());
}

TEST_CASE("parts are what lines connect, in the order of their first box") {
  const test::Sketch s = test::sketch("a: d | b: c | e: b | f: f");
  const Parts parts = connected_parts(s.box_count(), s.lines);
  REQUIRE(parts.boxes.count() == 3);
  const auto row = [](std::span<const std::uint32_t> r) {
    return std::vector<std::uint32_t>(r.begin(), r.end());
  };
  CHECK(row(parts.boxes[0]) == std::vector<std::uint32_t>{0, 3});
  CHECK(row(parts.boxes[1]) == std::vector<std::uint32_t>{1, 2, 4});
  CHECK(row(parts.lines[1]) == std::vector<std::uint32_t>{1, 2});
  CHECK(parts.place == std::vector<std::uint32_t>{0, 0, 1, 1, 2, 0});
}

}  // namespace
}  // namespace modgraph
