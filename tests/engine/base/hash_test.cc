#include "engine/base/hash.h"

#include <algorithm>
#include <string>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("equal bytes have equal hashes, wherever they stand") {
  const std::string text = "xgithub.com/a/b@v1.2.3";
  const std::string copy = "github.com/a/b@v1.2.3";
  CHECK(keyed_hash(std::string_view(text).substr(1)) == keyed_hash(copy));
}

TEST_CASE("every byte of every length counts") {
  std::vector<std::uint64_t> hashes;
  for (std::size_t length = 0; length <= 80; ++length) {
    std::string key(length, 'a');
    hashes.push_back(keyed_hash(key));
    for (std::size_t i = 0; i < length; ++i) {
      key[i] = 'b';
      hashes.push_back(keyed_hash(key));
      key[i] = 'a';
    }
  }
  std::sort(hashes.begin(), hashes.end());
  CHECK(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
}

}  // namespace
}  // namespace modgraph
