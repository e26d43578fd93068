// The reader of the archives that hold the inputs of these tests.

#include "tests/support/txtar.h"

#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// "comment|name: data|name: data".
std::string shown(const Txtar& archive) {
  std::string out = archive.comment;
  for (const auto& [name, data] : archive.files)
    out += "|" + name + ": " + data;
  return out;
}

std::string shown(std::string_view text) { return shown(parse_txtar(text)); }

TEST_CASE("sections begin with a line that has their name") {
  CHECK(shown("") == "");
  CHECK(shown("words\n") == "words\n");
  CHECK(shown("words\n-- a --\nx\ny\n-- b c --\n-- d --\n\n") ==
        "words\n|a: x\ny\n|b c: |d: \n");
  CHECK(shown("-- a --") == "|a: ");
  CHECK(shown("-- a --\nx") == "|a: x");
}

TEST_CASE("lines that are only similar belong to the section") {
  CHECK(shown("-- a --\n-- b\n--c--\n -- d --\n--  --\n-- e -- \n") ==
        "|a: -- b\n--c--\n -- d --\n--  --\n-- e -- \n");
}

TEST_CASE("escapes count where the name says so") {
  CHECK(shown("-- a (escaped) --\n\\xff\\\\x\\x0a\\q\\\n-- b --\n\\x41\n") ==
        "|a: \xff\\x\n\\q|b: \\x41\n");
}

TEST_CASE("what is written is read again, byte for byte") {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  for (const std::string& data :
       {std::string(), std::string("a\n"), std::string("a"), std::string("\\"),
        std::string("\n-- b --\n"), std::string("-- b --\n\xff"), all,
        std::string("\xef\xbb\xbf{}\n"), std::string("a\r\nb\n"),
        std::string("\u00e9\n"), std::string("\\\n"), std::string("-")}) {
    const Txtar archive{"words\n", {{"a", data}, {"b", "x\n"}}};
    const std::string text = format_txtar(archive);
    INFO(text);
    CHECK(shown(text) == shown(archive));
  }
}

TEST_CASE("text stays as it is where it can") {
  CHECK(format_txtar({"", {{"a", "\u00e9 \\n\t\n"}, {"b", ""}}}) ==
        "-- a --\n\u00e9 \\n\t\n-- b --\n");
  CHECK(format_txtar({"", {{"a", "\\\r"}}}) ==
        "-- a (escaped) --\n\\\\\\x0d\\\n");
}

}  // namespace
}  // namespace modgraph::test
