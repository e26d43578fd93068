#include "importers/graph_text/graph_text_names.h"

#include <string>

#include "engine/model/version_key.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::size_t plain_bytes_of(const std::string& text) {
  return plain_length(text.data(), text.data() + text.size());
}

// Every byte at every place of the blocks that are looked at together.
TEST_CASE("plain bytes end at the first blank, control or byte above ASCII") {
  for (int byte = 0; byte < 256; ++byte)
    for (std::size_t length : {1u, 15u, 16u, 17u, 33u, 40u})
      for (std::size_t at = 0; at < length; ++at) {
        std::string text(length, 'a');
        text[at] = static_cast<char>(byte);
        const bool plain = '!' <= byte && byte < 0x80;
        REQUIRE(plain_bytes_of(text) == (plain ? length : at));
      }
}

TEST_CASE("nothing is looked at behind the end") {
  const std::string text = "abc def";
  CHECK(plain_length(text.data(), text.data()) == 0);
  CHECK(plain_length(text.data(), text.data() + 2) == 2);
  CHECK(plain_bytes_of(text) == 3);
}

std::string fault(const std::string& name, std::uint64_t key) {
  const auto fault = fault_of_name(name, key);
  return fault ? std::to_string(fault->at) + ": " + fault->message : "";
}

TEST_CASE("what has a key needs no second look at its version") {
  CHECK(fault("example.com/a@v1.2.3", version_key("v1.2.3")).empty());
  CHECK(fault("example.com/a", kMainVersionKey).empty());
  CHECK(fault("go@1.22", kNoVersionKey).empty());
  CHECK(fault("toolchain@default", kNoVersionKey).empty());
}

TEST_CASE("faults of names") {
  const std::uint64_t key = version_key("v1.2.3");
  CHECK(fault("@v1.2.3", key) == "0: no module path before '@'");
  CHECK(fault("a@", kMainVersionKey) == "2: no version after 'a@'");
  CHECK(fault("a@1.2", kNoVersionKey) ==
        "2: '1.2' is not a version of the form v1.2.3");
  CHECK(fault("go@v1.2.3", kNoVersionKey) == "3: 'v1.2.3' is not a Go version");
  CHECK(fault("a\x7f@v1.2.3", key) == "1: control character U+007F in a name");
  CHECK(fault("a\xc2\x9b@v1.2.3", key) ==
        "1: control character U+009B in a name");
  CHECK(fault("a\xe2\x80\xae@v1.2.3", key) ==
        "1: invisible character U+202E in a name");
  CHECK(fault("::stop-commands::a", kMainVersionKey) ==
        "0: no module path has '::'");
  CHECK(fault("a##[group]@v1.2.3", key) == "1: no module path has '##'");
  CHECK(fault("h\xc3\xa9@v1.2.3", key).empty());
  CHECK(fault("a\xff@v1.2.3", key) == "1: the text is not valid UTF-8");
}

}  // namespace
}  // namespace modgraph
