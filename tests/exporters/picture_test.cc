// SVG and DOT: the golden pictures, and texts that want out.

#include <filesystem>
#include <fstream>

#include "exporters/dot.h"
#include "exporters/picture_words.h"
#include "exporters/svg.h"
#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/pictures.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string written(void (*write)(const Picture&, Sink&), const Picture& p) {
  std::string out;
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write(p, sink);
  sink.flush();
  return out;
}

// Every tag of an SVG file without its attributes' values: what is left when
// all text is taken away. Foreign text must not change it.
std::string skeleton(std::string_view svg) {
  std::string out;
  bool in_tag = false;
  bool in_value = false;
  for (const char c : svg) {
    if (in_value) {
      in_value = c != '"';
      continue;
    }
    if (c == '<') in_tag = true;
    if (in_tag) out += c;
    if (in_tag && c == '"') in_value = true;
    if (c == '>') in_tag = false;
  }
  return out;
}

TEST_CASE("every sign, as SVG and as DOT") {
  const std::string svg = written(write_svg, test::every_sign());
  const std::string dot = written(write_dot, test::every_sign());
  CHECK(test::golden("exporters/golden/every_sign.svg", svg) == svg);
  CHECK(test::golden("exporters/golden/every_sign.dot", dot) == dot);
}

TEST_CASE("an empty picture and one without lines can be written") {
  CHECK(written(write_svg, {}).ends_with("</svg>\n"));
  CHECK(written(write_dot, {}).starts_with("digraph modgraph {"));
}

TEST_CASE("hostile texts add no tag and no attribute to SVG") {
  const std::string plain =
      skeleton(written(write_svg, test::picture_with("a")));
  REQUIRE(plain.find("<script") == std::string::npos);
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    const std::string svg = written(write_svg, test::picture_with(text));
    CHECK(skeleton(svg) == plain);
    for (const char c : svg)
      REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
}

TEST_CASE("hostile texts are one quoted text to Graphviz") {
  const std::string graph = written(write_dot, test::picture_with("a"));
  const auto probe = test::run({"dot", "-V"});
  if (probe.exit_code != 0) return test::skip("dot", "Graphviz is not here");
  std::size_t compared = 0;
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    test::ProcessOptions options;
    options.input = written(write_dot, test::picture_with(text));
    const auto json = test::run({"dot", "-Tdot_json"}, options);
    CHECK(json.exit_code == 0);
    // Five nodes, six edges, no attribute that we did not write.
    const auto count = [&](std::string_view what) {
      std::size_t n = 0;
      for (auto at = json.out.find(what); at != std::string::npos;
           at = json.out.find(what, at + 1))
        ++n;
      return n;
    };
    CHECK(count("\"_gvid\"") == 11);
    CHECK(count("\"URL\"") == 0);
    CHECK(count("\"href\"") == 0);
    ++compared;
  }
  test::report("dot", compared, "hostile texts");
}

TEST_CASE("names are shortened in the middle") {
  CHECK(shortened("short", 10) == "short");
  CHECK(shortened("abcdefghijkl", 7) == "abc\u2026jkl");
  CHECK(shortened("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", 3) ==
        "\u00e9\u2026\u00e9");
}

TEST_CASE("a pseudo-version shows its date and revision") {
  PictureBox box;
  box.version = "v0.0.0-20240229120000-abcdef123456";
  CHECK(version_line(box) == "2024-02-29 abcdef1");
  box.version = "v1.2.4-0.20240229120000-abcdef123456+incompatible";
  CHECK(version_line(box) == "2024-02-29 abcdef1");
  box.version = "v1.2.3";
  box.replaced_by = "../x";
  CHECK(version_line(box) == "v1.2.3 \u21d2 ../x");
}

TEST_CASE("the legend names only what occurs") {
  Picture p;
  PictureBox box;
  box.kind = BoxKind::kMain;
  p.boxes.push_back(box);
  REQUIRE(legend_of(p).size() == 1);
  CHECK(legend_of(p)[0].meaning == "main module");
  CHECK(legend_of(test::every_sign()).size() == 11);
  CHECK(hidden_line(p).empty());
  CHECK(hidden_line(test::every_sign()) ==
        "Not drawn: 37 modules; 99 requirements");
}

}  // namespace
}  // namespace modgraph
