#include "exporters/text/escape.h"

#include <nlohmann/json.hpp>
#include <random>

#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("markup becomes entities, in content and in attributes") {
  CHECK(xml_text("<a href=\"x\" b='y'>&</a>") ==
        "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
  CHECK(xml_text("]]>") == "]]&gt;");
}

TEST_CASE("what XML 1.0 has no place for becomes visible") {
  CHECK(xml_text("a\x01\x1b\tb") == "a\\x01\\x1b\\x09b");
  CHECK(xml_text("\xff") == "\\xff");
  CHECK(xml_text("\xef\xbf\xbe|\xef\xbf\xbf") == "\\u{fffe}|\\u{ffff}");
  CHECK(xml_text("\xe2\x80\xae") == "\\u{202e}");
}

TEST_CASE("no byte yields a markup or control character") {
  for (int byte = 0; byte < 256; ++byte)
    for (const char c : xml_text(std::string(1, static_cast<char>(byte)))) {
      CHECK(c != '<');
      CHECK(c != '"');
      CHECK(static_cast<unsigned char>(c) >= 0x20);
    }
}

TEST_CASE("a cell is never a formula, and never more than one cell") {
  CHECK(csv_cell("a/b@v1") == "a/b@v1");
  CHECK(csv_cell("=1+1") == "\"'=1+1\"");
  CHECK(csv_cell("+a") == "\"'+a\"");
  CHECK(csv_cell("-a") == "\"'-a\"");
  CHECK(csv_cell("@a") == "\"'@a\"");
  CHECK(csv_cell("two\nlines") == "two lines");
  CHECK(csv_cell("a,\"b") == "\"a,\"\"b\"");
  for (const std::string& text : test::hostile_texts()) {
    const std::string cell = csv_cell(text);
    CHECK(cell.find_first_of("\r\n\t") == std::string::npos);
    if (!cell.empty())
      CHECK(std::string("=+-@").find(cell[0]) == std::string::npos);
  }
}

std::string json_string_of(std::string_view text) {
  Sink out;
  put_json_string(out, text);
  return std::move(out).take_text();
}

TEST_CASE("plain text stands for itself, at every length") {
  const std::string text = "golang.org/x/net@v0.38.0+incompatible";
  for (std::size_t length = 0; length <= text.size(); ++length)
    CHECK(json_string_of(text.substr(0, length)) ==
          "\"" + text.substr(0, length) + "\"");
}

TEST_CASE("what JSON must not hold is escaped, wherever it stands") {
  CHECK(json_string_of("a\"b\\c") == R"("a\"b\\c")");
  CHECK(json_string_of("\n\r\t\x01\x7f") == R"("\n\r\t\u0001\u007f")");
  CHECK(json_string_of("\xc2\x80\xc2\x9b\xc2\x9f\xc2\xa0") ==
        "\"\\u0080\\u009b\\u009f\xc2\xa0\"");
  CHECK(json_string_of(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(json_string_of("0123456789\xff"
                       "1") ==
        "\"0123456789\xef\xbf\xbd"
        "1\"");
  CHECK(json_string_of("\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa") ==
        "\"\\u2028\\u2029\\u202a\"");
  CHECK(json_string_of("\xf3\xa0\x80\x81") == "\"\\udb40\\udc01\"");
  CHECK(json_string_of("\xe4\xb8\x96") == "\"\xe4\xb8\x96\"");
}

TEST_CASE("a JSON reader gets back what was written") {
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto i = random() % 24; i > 0; --i)
      text += static_cast<char>(random() % 4 == 0 ? random() % 128
                                                  : 'a' + random() % 26);
    REQUIRE(nlohmann::json::parse(json_string_of(text)).get<std::string>() ==
            text);
  }
}

}  // namespace
}  // namespace modgraph
