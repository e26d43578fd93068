#include "engine/base/go_quote.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("texts become Go string literals") {
  CHECK(quote_go_string("") == R"("")");
  CHECK(quote_go_string("a b") == R"("a b")");
  CHECK(quote_go_string("\"q\" \\ '") == R"("\"q\" \\ '")");
  CHECK(quote_go_string("\a\b\f\n\r\t\v") == R"("\a\b\f\n\r\t\v")");
  CHECK(quote_go_string("\x01\x7f") == R"("\x01\x7f")");
  CHECK(quote_go_string(std::string(1, '\0')) == R"("\x00")");
  CHECK(quote_go_string("\u00e9\u4e16") == "\"\u00e9\u4e16\"");
  CHECK(quote_go_string("\u0085\u00a0\u200b\ufeff") ==
        R"("\u0085\u00a0\u200b\ufeff")");
  CHECK(quote_go_string("\U0001f600\U000e0001") == "\"\U0001f600\\U000e0001\"");
  CHECK(quote_go_string("a\xff\xc3") == R"("a\xff\xc3")");
  CHECK(quote_go_string("\xed\xa0\x80") == R"("\xed\xa0\x80")");
  CHECK(quote_go_string("\ufffd") == "\"\ufffd\"");
}

TEST_CASE("words of a go.mod are quoted when they must be") {
  CHECK(go_mod_word("example.com/m") == "example.com/m");
  CHECK(go_mod_word("..\\d") == "..\\d");
  CHECK(go_mod_word("caf\u00e9") == "caf\u00e9");
  CHECK(go_mod_word("a\xff") == "a\xff");
  CHECK(go_mod_word(",") == ",");
  CHECK(go_mod_word("") == R"("")");
  CHECK(go_mod_word("a b") == R"("a b")");
  CHECK(go_mod_word("a,b") == R"("a,b")");
  CHECK(go_mod_word("(x)") == "\"(x)\"");
  CHECK(go_mod_word("'") == R"("'")");
  CHECK(go_mod_word("`") == R"("`")");
  CHECK(go_mod_word("a//b") == R"("a//b")");
  CHECK(go_mod_word("a/*b") == R"("a/*b")");
  CHECK(go_mod_word("a/b") == "a/b");
  CHECK(go_mod_word("a\tb") == R"("a\tb")");
  CHECK(go_mod_word("a\u00a0b") == R"("a\u00a0b")");
  CHECK(go_mod_word("a \xff") == R"("a \xff")");
}

}  // namespace
}  // namespace modgraph
