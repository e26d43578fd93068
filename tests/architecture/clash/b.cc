// See a.cc.

#include <string>
#include <vector>

#define TWICE(x) (2 * (x))

namespace modgraph {
namespace {

namespace text = std::literals;
class Pair;
using Rows = std::vector<std::string>;

struct Quoted {
  std::string local;
  static int count() { return 1; }
};

std::vector<std::pair<int, std::string>> kMost{};

// Another overload would compile, and mean something else than it seems.
std::size_t shown(
    const std::vector<std::pair<int, std::string>>& rows = kMost) {
  return rows.size() + static_cast<std::size_t>(TWICE(Quoted::count()));
}

}  // namespace

std::size_t second_length() { return shown() + Rows{}.size(); }

}  // namespace modgraph
