// SVG and DOT: the golden pictures, and texts that want out.

#include <set>

#include "exporters/pictures/dot.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg.h"
#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/pictures.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string written_picture(void (*write)(const Picture&, Sink&),
                            const Picture& p) {
  std::string out;
  Sink sink([&](std::string_view bytes) {
    out += bytes;
    return true;
  });
  write(p, sink);
  sink.flush();
  return out;
}

// The tags of an SVG file without their attributes' values. Foreign text may
// change how many lines there are, but must not add another kind of tag.
std::set<std::string> tags(std::string_view svg) {
  std::set<std::string> out;
  std::string tag;
  bool in_tag = false;
  bool in_value = false;
  for (const char c : svg) {
    if (in_value) {
      in_value = c != '"';
      continue;
    }
    if (c == '<') in_tag = true;
    if (in_tag) tag += c;
    if (in_tag && c == '"') in_value = true;
    if (c != '>') continue;
    in_tag = false;
    out.insert(std::move(tag));
    tag.clear();
  }
  return out;
}

TEST_CASE("every sign, as SVG and as DOT") {
  const std::string svg = written_picture(write_svg, test::every_sign());
  const std::string dot = written_picture(write_dot, test::every_sign());
  CHECK(test::golden("exporters/golden/every_sign.svg", svg) == svg);
  CHECK(test::golden("exporters/golden/every_sign.dot", dot) == dot);
}

TEST_CASE("an empty picture and one without lines can be written") {
  CHECK(written_picture(write_svg, {}).ends_with("</svg>\n"));
  CHECK(written_picture(write_dot, {}).starts_with("digraph modgraph {"));
}

TEST_CASE("hostile texts add no tag and no attribute to SVG") {
  const auto plain =
      tags(written_picture(write_svg, test::picture_with("a/b")));
  REQUIRE(plain.size() == 20);
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    const std::string svg =
        written_picture(write_svg, test::picture_with(text));
    for (const std::string& tag : tags(svg)) CHECK(plain.count(tag) == 1);
    for (const char c : svg)
      REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
}

// An XML parser that is not ours, and a list of what may occur.
TEST_CASE("hostile texts are text to an XML parser") {
  if (test::run({"python3", "--version"}).exit_code != 0)
    return test::skip("svg", "Python is not here");
  test::ProcessOptions options;
  for (const std::string& text : test::hostile_texts())
    options.input +=
        written_picture(write_svg, test::picture_with(text)) + '\0';
  const auto read = test::run(
      {"python3", MODGRAPH_SOURCE_DIR "/tests/exporters/pictures/read_svg.py"},
      options);
  CHECK(read.err.empty());
  CHECK(read.exit_code == 0);
  const std::size_t count = test::hostile_texts().size();
  CHECK(read.out == std::to_string(count) + " pictures\n");
  test::report("svg", count, "hostile texts");
}

TEST_CASE("hostile texts are one quoted text to Graphviz") {
  const auto probe = test::run({"dot", "-V"});
  if (probe.exit_code != 0) return test::skip("dot", "Graphviz is not here");
  std::size_t compared = 0;
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    test::ProcessOptions options;
    options.input = written_picture(write_dot, test::picture_with(text));
    const auto json = test::run({"dot", "-Tdot_json"}, options);
    CHECK(json.exit_code == 0);
    // As many nodes and edges as we wrote, and no link.
    const auto count = [&](std::string_view what) {
      std::size_t n = 0;
      for (auto at = json.out.find(what); at != std::string::npos;
           at = json.out.find(what, at + 1))
        ++n;
      return n;
    };
    const Picture p = test::every_sign();
    CHECK(count("\"_gvid\"") == p.boxes.size() + p.lines.size());
    CHECK(count("\"URL\"") == 1);  // ours
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
  box.replaced_by = "./staging/src/k8s.io/kube-controller-manager";
  CHECK(version_line(box) == "v1.2.3 \u21d2 ./stagin\u2026-manager");
}

TEST_CASE("a long title is broken, and does not widen the picture") {
  Picture p;
  p.title = "go mod edit";
  const auto svg_of = [](const Picture& picture) {
    Sink out;
    write_svg(picture, out);
    return std::move(out).take_text();
  };
  const auto attribute = [](const std::string& svg, const std::string& name) {
    const std::size_t at = svg.find(name + "=\"") + name.size() + 2;
    return std::stod(svg.substr(at));
  };
  const std::string one_line = svg_of(p);
  for (int i = 0; i < 30; ++i) p.title += " -droprequire=example.com/x";
  const std::string broken = svg_of(p);
  CHECK(attribute(broken, "width") <= 860);
  CHECK(attribute(broken, "height") > attribute(one_line, "height"));
}

TEST_CASE("the legend names only what occurs") {
  Picture p;
  PictureBox box;
  box.kind = BoxKind::kMain;
  p.boxes.push_back(box);
  REQUIRE(legend_of(p).size() == 1);
  CHECK(legend_of(p)[0].meaning == "main module");
  CHECK(legend_of(test::every_sign()).size() == 26);
  for (const LegendEntry& entry : legend_of(test::every_sign())) {
    CAPTURE(entry.meaning);
    CHECK_FALSE(entry.in_dot.empty());
    CHECK_FALSE(entry.in_mermaid.empty());
  }
  CHECK(hidden_line(p).empty());
  CHECK(hidden_line(test::every_sign()) ==
        "Not drawn: 37 modules; 99 requirements.");
}

}  // namespace
}  // namespace modgraph
