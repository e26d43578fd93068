#include "tests/support/pictures.h"

#include <utility>

namespace modgraph::test {
namespace {

PictureBox box(std::string name, std::string version, BoxKind kind) {
  PictureBox out;
  out.name = std::move(name);
  out.version = std::move(version);
  out.kind = kind;
  return out;
}

PictureLine line(std::uint32_t from, std::uint32_t to) {
  PictureLine out;
  out.from = from;
  out.to = to;
  return out;
}

}  // namespace

Picture every_sign() {
  Picture p;
  p.title = "example.com/shop: 42 modules";
  p.description = "what a picture can say";
  p.boxes = {
      box("example.com/shop", "", BoxKind::kMain),
      box("example.com/cart", "v1.2.0", BoxKind::kDirect),
      box("example.com/pay", "v0.0.0-20240229120000-abcdef123456",
          BoxKind::kIndirect),
      box("example.com/a and 6 more in a cycle", "", BoxKind::kGroup),
      box("example.com/forked", "v1.0.0", BoxKind::kDirect),
      box("example.com/listed", "v2.0.0", BoxKind::kModule),
      box("example.com/net", "v1.5.0", BoxKind::kSelected),
      box("example.com/net", "v1.2.0", BoxKind::kUnselected),
      box("example.com/new", "v1.0.0", BoxKind::kModule),
      box("example.com/old", "v1.0.0", BoxKind::kModule),
      box("example.com/up", "v1.1.0", BoxKind::kModule),
      box("example.com/down", "v1.0.0", BoxKind::kModule),
      box("example.com/swap", "v1.0.0", BoxKind::kModule),
  };
  p.boxes[6].in_question = true;
  p.boxes[6].link = "https://pkg.go.dev/example.com/net@v1.5.0?a=1&b=2";
  p.boxes[8].change = BoxChange::kAdded;
  p.boxes[9].change = BoxChange::kRemoved;
  p.boxes[10].change = BoxChange::kRaised;
  p.boxes[10].version_before = "v1.0.0";
  p.boxes[11].change = BoxChange::kLowered;
  p.boxes[11].version_before = "v1.2.0";
  p.boxes[12].change = BoxChange::kReplaced;
  p.boxes[3].modules = 7;
  p.boxes[1].other_versions = 3;
  p.boxes[1].mark = Level::kWarning;
  p.boxes[2].mark = Level::kError;
  p.boxes[1].in_cycle = p.boxes[2].in_cycle = p.boxes[3].in_cycle = true;
  p.boxes[0].on_critical_path = p.boxes[4].on_critical_path = true;
  p.boxes[4].replaced_by = "../forked";
  p.lines = {line(0, 1), line(1, 2),  line(2, 1),  line(0, 4), line(1, 3),
             line(4, 2), line(3, 5),  line(5, 6),  line(5, 7), line(4, 8),
             line(4, 9), line(8, 10), line(8, 11), line(8, 12)};
  p.lines[1].in_cycle = true;
  p.lines[2].in_cycle = p.lines[2].closes_cycle = true;
  p.lines[3].on_critical_path = true;
  p.lines[6].through_hidden = true;
  p.lines[5].forced = {{"v1.0.0", "v1.2.0"}};
  p.lines[7].decides = true;
  p.lines[7].label = "without it v1.2.0";
  p.lines[10].goes = true;
  p.hidden = {{37, "modules"}, {99, "requirements"}};
  p.source = "graph.txt sha256:0123456789abcdef";
  return p;
}

const std::vector<std::string>& hostile_texts() {
  using namespace std::string_literals;
  static const std::vector<std::string> kTexts = {
      "<script>alert(1)</script>",
      "</title><script>alert(1)</script>",
      "</style><script>alert(1)</script>",
      "</text></svg><svg onload=alert(1)>",
      "\" onload=\"alert(1)",
      "' onmouseover='alert(1)",
      "<!--",
      "--><x>",
      "<![CDATA[",
      "]]>",
      "&lt;b&gt;",
      "&#x6a;avascript:alert(1)",
      "<?xml version=\"1.0\"?>",
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;",
      "javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "<foreignObject><body/></foreignObject>",
      "<a href=\"javascript:alert(1)\">",
      "x\" [URL=\"javascript:alert(1)\"]; \"y",
      "\\N \\G \\E \\T \\L",
      "a\\",
      "\\\"",
      "</TABLE>",
      "<<b>html</b>>",
      "--",
      "->",
      "subgraph",
      "}; digraph x { a -> b",
      "node [shape=none]",
      "{a|b|c}",
      "\x1b]0;title\x07",
      "\x1b[2J",
      "\r\n::add-mask::x",
      "a\nb",
      "a\tb",
      "nul\0byte"s,
      "\x7f",
      "\xff\xfe",
      "\xc0\xaf",
      "\xed\xa0\x80",
      "\xef\xbf\xbe",
      "\xc2\x9b"s + "31m",
      "\xe2\x80\xae"s + "gnp.exe",
      "\xe2\x80\x8b",
      "\xef\xbb\xbf",
      "\xf3\xa0\x80\x81",
      "$(id)",
      "`id`",
      "'; rm -rf x; '",
      "| a | b |",
      "[x](javascript:alert(1))",
      "![x](https://example.com/x.png)",
      "@org/team",
      "#123",
      "```",
      "%{x}%n%s",
      "../../../../etc/passwd",
      "C:\\x",
      "=HYPERLINK(\"https://example.com\")",
      "\"]; click n0 \"javascript:alert(1)\"",
      "%%{init: {}}%%",
      std::string(20000, 'A'),
      std::string(5000, '<'),
  };
  return kTexts;
}

Picture picture_with(const std::string& text) {
  Picture p = every_sign();
  p.title = p.description = p.source = text;
  for (PictureBox& b : p.boxes)
    b.name = b.version = b.version_before = b.about = b.replaced_by = text;
  for (PictureLine& l : p.lines) l.forced = {{text, text}};
  p.lines[7].forced.clear();
  p.lines[7].label = text;
  for (Hidden& h : p.hidden) h.what = text;
  return p;
}

}  // namespace modgraph::test
