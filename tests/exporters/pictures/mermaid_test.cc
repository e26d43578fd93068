// Mermaid charts: the golden one, texts that want out, and the limits.

#include "exporters/pictures/mermaid.h"

#include <algorithm>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string chart(const Picture& picture) {
  Sink out;
  write_mermaid(picture, out);
  return std::move(out).take_text();
}

// A chart with the texts in double quotes emptied.
std::string skeleton(const std::string& text) {
  std::string out;
  bool in_text = false;
  for (const char c : text) {
    if (c == '"') in_text = !in_text;
    if (!in_text || c == '"') out += c;
  }
  return out;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (auto at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size()))
    ++n;
  return n;
}

// So many modules, each of which requires the `fan` behind it.
Picture large(std::uint32_t boxes, std::uint32_t fan) {
  Picture out;
  for (std::uint32_t i = 0; i < boxes; ++i) {
    PictureBox box;
    box.name = "example.com/module" + std::to_string(i);
    box.kind = i == 0 ? BoxKind::kMain : BoxKind::kIndirect;
    out.boxes.push_back(box);
    for (std::uint32_t to = i + 1; to <= i + fan && to < boxes; ++to) {
      PictureLine line;
      line.from = i;
      line.to = to;
      out.lines.push_back(line);
    }
  }
  if (boxes > 1) out.boxes.back().mark = Level::kError;
  return out;
}

TEST_CASE("every sign, as a Mermaid chart") {
  const std::string text = chart(test::every_sign());
  CHECK(test::golden("exporters/golden/every_sign.mmd", text) == text);
}

TEST_CASE("hostile texts stay in their quotes") {
  const std::string plain = skeleton(chart(test::picture_with("a/b")));
  for (const std::string& text : test::hostile_texts()) {
    CAPTURE(text.substr(0, 60));
    const std::string hostile = chart(test::picture_with(text));
    // The longest leave no room for all boxes.
    if (hostile.find("more than Mermaid draws") == std::string::npos)
      CHECK(skeleton(hostile) == plain);
    CHECK(std::all_of(hostile.begin(), hostile.end(), [](char c) {
      return c == '\n' || (c >= 0x20 && c < 0x7f);
    }));
  }
}

TEST_CASE("labels have entity codes for all that somebody could read") {
  CHECK(mermaid_label("github.com/a-b/c2") == "github.com/a-b/c2");
  CHECK(mermaid_label("v1.2.0 \u2192 v1.5.0") == "v1.2.0 #8594; v1.5.0");
  CHECK(mermaid_label("a\"];b") == "a#34;#93;#59;b");
  CHECK(mermaid_label("#quot;") == "#8288;#35;quot#59;");
  CHECK(mermaid_label("x%%{init}") == "x#37;#37;#123;init#125;");
  CHECK(mermaid_label("") == "");
}

TEST_CASE("labels hold nothing that their Markdown would make more of") {
  CHECK(mermaid_label("g@v1") == "g#8288;#64;v1");
  CHECK(mermaid_label("www.x") == "www#8288;#46;x");
  CHECK(mermaid_label("http://x") == "http#8288;#58;//x");
  CHECK(mermaid_label("fa:fa-car") == "fa#8288;#58;fa-car");
  CHECK(mermaid_label("1. x") == "#8288;1#46; x");
  CHECK(mermaid_label("`a` *b* $$c$$") ==
        "#92;x60a#92;x60 #92;x2ab#92;x2a #92;x24#92;x24c#92;x24#92;x24");
  CHECK(mermaid_label("a_b") == "a#95;b");
  CHECK(mermaid_label("a/_b") == "a/#65279;#95;#65279;b");
}

TEST_CASE("titles are one YAML scalar") {
  CHECK(mermaid_title("a/b, 3 modules") == "\"a/b, 3 modules\"");
  CHECK(mermaid_title("\"\\:\n") ==
        R"("\U00000022\U0000005c\U0000003a\U0000005cx0a")");
}

TEST_CASE("what is too large for Mermaid is reduced, and counted") {
  for (const auto& [boxes, fan] :
       {std::pair(400U, 2U), {100U, 20U}, {20'000U, 1U}, {5000U, 3U}}) {
    CAPTURE(boxes, fan);
    const std::string text = chart(large(boxes, fan));
    CHECK(text.size() <= kMermaidBytes);
    CHECK(count(text, " --> ") <= kMermaidLines);
    CHECK(text.find("more than Mermaid draws") != std::string::npos);
    // The main module and what an error is about stay.
    CHECK(text.find("module0") != std::string::npos);
    CHECK(text.find("module" + std::to_string(boxes - 1)) != std::string::npos);
  }
}

TEST_CASE("what fits is drawn whole, and nothing is a chart too") {
  CHECK(count(chart(large(200, 2)), " --> ") == 397);
  CHECK(chart(large(200, 2)).find("Not drawn") == std::string::npos);
  CHECK(chart({}).starts_with("flowchart LR\n"));
}

}  // namespace
}  // namespace modgraph
