#include "engine/base/unicode.h"

#include <cstdint>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("printable characters are those of Unicode 15") {
  for (const char32_t c : {U'a', U' ', U'~', U'\u00a1', U'\u00e9', U'\u4e2d',
                           U'\ufffd', U'\U0001f600'})
    CHECK(is_printable(c));
  // Controls, the spaces beyond ASCII, invisible and unassigned characters.
  for (const char32_t c :
       {U'\n', U'\x7f', char32_t{0x85}, U'\u00a0', U'\u00ad', U'\u200b',
        U'\u2028', U'\ufeff', U'\u0378', U'\ue000', char32_t{0xd800},
        U'\U0010ffff', char32_t{0x110000}})
    CHECK_FALSE(is_printable(c));
}

TEST_CASE("the whole table agrees with Go's") {
  // The count and a running hash of all characters for which Go 1.26 says
  // unicode.IsPrint.
  std::uint64_t count = 0;
  std::uint64_t hash = 0;
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    if (!is_printable(c)) continue;
    ++count;
    hash = hash * 1099511628211u + c;
  }
  CHECK(count == 148'998);
  CHECK(hash == 15'069'397'441'601'825'596u);
}

TEST_CASE("white space includes the wide spaces") {
  int count = 0;
  for (char32_t c = 0; c <= 0x10ffff; ++c) count += is_space(c) ? 1 : 0;
  CHECK(count == 25);
  CHECK(is_space(U'\u00a0'));
  CHECK(is_space(U'\u3000'));
  CHECK_FALSE(is_space(U'\u200b'));
}

TEST_CASE("space is trimmed at both ends") {
  CHECK(trim_space("") == "");
  CHECK(trim_space(" \t\r\n") == "");
  CHECK(trim_space("  a b\t") == "a b");
  CHECK(trim_space("\xc2\xa0 a \xe3\x80\x80\xe2\x80\xa8") == "a");
  CHECK(trim_space("\xc2\x85") == "");
  // Bytes that are no characters are no space.
  CHECK(trim_space(" \x85\xa0 ") == "\x85\xa0");
  CHECK(trim_space("\x80\xa8") == "\x80\xa8");
}

TEST_CASE("the first word ends at any space") {
  CHECK(first_word("") == "");
  CHECK(first_word("  ") == "");
  CHECK(first_word(" indirect") == "indirect");
  CHECK(first_word("a\xc2\xa0"
                   "b c") == "a");
  CHECK(first_word("\xff\xfe x") == "\xff\xfe");
}

}  // namespace
}  // namespace modgraph
