#include "exporters/text/xml_text.h"

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
  CHECK(xml_text("\xef\xbf\xbe|\xef\xbf\xbf") == "\xef\xbf\xbd|\xef\xbf\xbd");
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

}  // namespace
}  // namespace modgraph
