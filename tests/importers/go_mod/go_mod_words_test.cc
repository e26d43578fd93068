#include "importers/go_mod/go_mod_directives.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string unquoted(std::string_view literal) {
  return unquote_go_string(literal).value_or("?");
}

TEST_CASE("string literals are read as Go reads them") {
  CHECK(unquoted(R"("")") == "");
  CHECK(unquoted(R"("a b")") == "a b");
  CHECK(unquoted(R"("\x41\101\u0041\U00000041")") == "AAAA");
  CHECK(unquoted(R"("\a\b\f\n\r\t\v\\\"")") == "\a\b\f\n\r\t\v\\\"");
  CHECK(unquoted(R"("\u00e9\u4e2d\U0001f600")") == "\u00e9\u4e2d\U0001f600");
  CHECK(unquoted("\"\u00e9'`\"") == "\u00e9'`");
  CHECK(unquoted(R"("\xff")") == "\xff");
  // A byte that is no UTF-8 becomes the replacement character.
  CHECK(unquoted("\"\xff\"") == "\ufffd");
}

TEST_CASE("wrong escapes and raw strings are refused") {
  for (const std::string_view literal :
       {R"("\/")", R"("\'")", R"("\8")", R"("\400")", R"("\12")", R"("\x4")",
        R"("\u123")", R"("\ud800")", R"("\U00110000")", R"("\UFFFFFFFF")",
        R"("\")", R"(")", "", "`a`", "\"a\nb\"", "\"a\\\nb\"", "a", "\"a"})
    CHECK(unquoted(literal) == "?");
}

TEST_CASE("go lines have the form 1.23, 1.23.4 or 1.23rc1") {
  for (const std::string_view good :
       {"1.0", "1.21", "1.21.0", "1.21rc1", "1.2.3rc1", "10.20.30", "1.9beta2",
        "1.99999999999999999999"})
    CHECK(is_go_line_version(good));
  for (const std::string_view bad :
       {"", "1", "1.", "v1.21", "go1.21", "1.021", "01.21", "0.1", "1.21.",
        "1.21.01", "1.21rc", "1.21rc1x", "1.21-rc1", "1.21 ", "1.21.x",
        "1.21RC1", "\"1.21\""})
    CHECK_FALSE(is_go_line_version(bad));
}

TEST_CASE("go lines of dependencies may say more") {
  CHECK(lax_go_line_version("v1.21.3") == "1.21");
  CHECK(lax_go_line_version("1.21.x") == "1.21");
  CHECK(lax_go_line_version("1.21-rc1") == "1.21");
  CHECK(lax_go_line_version("1.0+") == "1.0");
  CHECK(lax_go_line_version("v1.21") == "");
  CHECK(lax_go_line_version("1.05") == "");
  CHECK(lax_go_line_version("vv1.2.x") == "");
  CHECK(lax_go_line_version("x") == "");
}

TEST_CASE("toolchain lines name a toolchain or the default") {
  for (const std::string_view good :
       {"default", "go1", "go1.", "go1.21.0", "go1.21rc1-custom"})
    CHECK(is_toolchain_line_name(good));
  for (const std::string_view bad :
       {"", "go", "go2", "go12", "1.21.0", "Default", "go1x"})
    CHECK_FALSE(is_toolchain_line_name(bad));
}

TEST_CASE("directory paths begin like one") {
  for (const std::string_view good : {".", "..", "./a", "../a", "/a", "/",
                                      ".\\a", "..\\a", "\\a", "c:", "C:/a"})
    CHECK(is_directory_path(good));
  for (const std::string_view bad :
       {"", "a", "a/b", ".a", "...", "..a/b", "1:", "example.com/./a"})
    CHECK_FALSE(is_directory_path(bad));
}

}  // namespace
}  // namespace modgraph
