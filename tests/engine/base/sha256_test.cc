#include "engine/base/sha256.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// The examples of FIPS 180-4.
TEST_CASE("the published digests") {
  CHECK(sha256_hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a message in pieces, and the next one after it") {
  Sha256 sum;
  sum.update("a");
  sum.update("bc");
  CHECK(sum.hex_digest() == sha256_hex("abc"));
  sum.update("abc");
  CHECK(sum.hex_digest() == sha256_hex("abc"));
}

}  // namespace
}  // namespace modgraph
