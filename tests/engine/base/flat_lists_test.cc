#include "engine/base/flat_lists.h"

#include <string>

#include "tests/support/test.h"

namespace modgraph {
namespace {

// "1 2 | | 3"
std::string joined(const FlatLists<int>& lists) {
  std::string out;
  for (const auto list : lists) {
    if (!out.empty()) out += "|";
    for (const int item : list) out += " " + std::to_string(item);
    out += " ";
  }
  return out;
}

TEST_CASE("lists keep their order, and empty ones count") {
  FlatLists<int> lists;
  CHECK(lists.empty());
  const int items[] = {1, 2, 3};
  lists.push_back({items, 2});
  lists.push_back({});
  lists.push_back({items + 2, 1});
  CHECK(joined(lists) == " 1 2 | | 3 ");
  CHECK(lists.size() == 3);
  CHECK(lists[1].empty());
  CHECK(lists[2].front() == 3);
}

}  // namespace
}  // namespace modgraph
