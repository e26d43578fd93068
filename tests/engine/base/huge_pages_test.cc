#include "engine/base/huge_pages.h"

#include <cstdint>
#include <numeric>

#include "tests/support/test.h"

namespace modgraph {
namespace {

// Enough for several huge pages, and for several growths on the way there.
constexpr std::size_t kMany = (std::size_t{5} << 20) / sizeof(std::uint32_t);

TEST_CASE("a vector grows by pushing and keeps its elements") {
  std::vector<std::uint32_t> v;
  for (std::uint32_t i = 0; i < kMany; ++i) push_huge(v, i);
  std::vector<std::uint32_t> wanted(kMany);
  std::iota(wanted.begin(), wanted.end(), 0u);
  CHECK((v == wanted));
}

TEST_CASE("reserving keeps elements and never shrinks") {
  std::vector<std::uint32_t> v{1, 2, 3};
  reserve_huge(v, kMany);
  CHECK(v.capacity() >= kMany);
  reserve_huge(v, 1);
  CHECK(v.capacity() >= kMany);
  CHECK((v == std::vector<std::uint32_t>{1, 2, 3}));
}

TEST_CASE("a vector and a table of many equal elements") {
  CHECK((huge_vector<int>(kMany, 7) == std::vector<int>(kMany, 7)));
  const ZeroedTable<std::uint64_t> table(kMany);
  CHECK(table.size() == kMany);
  CHECK(std::accumulate(table.begin(), table.end(), std::uint64_t{0}) == 0);
}

TEST_CASE("a hint about memory that is smaller than a page") {
  std::uint32_t one = 1;
  prefer_huge_pages(&one, sizeof one);
  prefer_huge_pages(nullptr, 0);
  CHECK(one == 1);
}

}  // namespace
}  // namespace modgraph
