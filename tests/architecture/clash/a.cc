// Four names that b.cc gives to other things, a fifth that b.cc takes from a.h,
// and some that are no clash: unity_names.py finds the five.

#include <string>
#include <vector>

#define TWICE(x) ((x) + (x))

namespace modgraph {
namespace {

namespace text = std::literals;
constexpr std::size_t kMost = 3;
const char* const kText = "struct Quoted { int kMost; };  // in a string";
using Rows = std::vector<std::string>;

template <class T>
struct Pair {
  T first, last;
  int count() const { return kMost > 2 ? 1 : 2; }
};

std::string shown(const Pair<int>& pair) {
  const std::string local = kText;
  return local + std::to_string(TWICE(pair.first));
}

}  // namespace

std::size_t first_length() { return shown({1, 2}).size() + Rows{}.size(); }

}  // namespace modgraph
