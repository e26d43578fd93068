// Mermaid flowcharts. The idea: every box is n0, n1 and so on, and everything
// foreign is in quoted labels, as entity codes (mermaid_label); looks come
// from classes and link styles alone, so that no directive and no HTML but the
// line break is needed. Source: Mermaid's documentation, "Flowcharts".
// Tested by tests/exporters/pictures/mermaid_test.cc and, in Mermaid itself, by
// tests/reports/mermaid_suite.py.

#include "exporters/pictures/mermaid.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/picture_looks.h"

namespace modgraph {
namespace {

bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(char32_t c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9');
}

// Whether what was written ends in "www", which makes the next full stop one
// of a link.
bool after_www(std::string_view before) {
  if (before.size() < 3) return false;
  for (const char c : before.substr(before.size() - 3))
    if (c != 'w' && c != 'W') return false;
  return true;
}

// A sign that is only ever text where it stands: full stops and hyphens between
// two letters or digits, since at the ends of words they can start a list, a
// rule or an arrow; single blanks inside.
bool is_inert(char32_t c, std::string_view before, std::string_view after) {
  if (c == '/') return true;
  if (before.empty() || after.empty()) return false;
  if (c == ' ') return before.back() != ' ' && after.front() != ' ';
  if (c != '-' && (c != '.' || after_www(before))) return false;
  return is_word(static_cast<unsigned char>(before.back())) &&
         is_word(static_cast<unsigned char>(after.front()));
}

// What Markdown in labels reads even where it was an entity code: renderers
// resolve those first. A word joiner, which has no width, parts what would be
// read as one: parts of addresses, schemes, links, names of icons, numbers of
// lists.
bool needs_joiner(char32_t c, std::string_view before, std::string_view after) {
  if (before.empty())
    return std::u32string_view(U"0123456789-+#>=|").find(c) !=
           std::u32string_view::npos;
  if (c == '@') return true;
  if (before.back() == ']') return c == '(' || c == '[' || c == ':';
  if (c == ':') return !after.starts_with(' ');
  return c == '.' && after_www(before);
}

// Blanks without width keep it from being emphasis.
bool needs_room(char32_t c, std::string_view before, std::string_view after) {
  if (c == '~') return true;
  return c == '_' && !(!before.empty() && !after.empty() &&
                       is_word(static_cast<unsigned char>(before.back())) &&
                       is_word(static_cast<unsigned char>(after.front())));
}

constexpr std::string_view kJoiner = "#8288;";
constexpr std::string_view kNarrowBlank = "#65279;";

// One code point of a label.
std::string label_piece(char32_t c, std::string_view before,
                        std::string_view after) {
  // Nothing parts these from their meaning (code, emphasis, formulas), and no
  // module path has them.
  if (c == '`') return "#92;x60";
  if (c == '*') return "#92;x2a";
  if (c == '$') return "#92;x24";
  std::string out(needs_joiner(c, before, after) ? kJoiner : "");
  if (is_word(c) || is_inert(c, before, after))
    return out + static_cast<char>(c);
  const std::string_view room =
      needs_room(c, before, after) ? kNarrowBlank : "";
  out.append(room);
  out += fmt::format("#{};", static_cast<std::uint32_t>(c));
  return out.append(room);
}

std::string mermaid_style(std::string_view colour, double width,
                          std::string_view dashes) {
  std::string out;
  const auto add = [&](const std::string& what) {
    out += (out.empty() ? "" : ",") + what;
  };
  if (!colour.empty()) add(fmt::format("stroke:{}", colour));
  if (width > 0) add(fmt::format("stroke-width:{}px", width));
  if (!dashes.empty()) add(fmt::format("stroke-dasharray:{}", dashes));
  return out;
}

std::string class_definitions() {
  std::string out =
      "  classDef main stroke-width:3px\n"
      "  classDef direct stroke-width:1px\n"
      "  classDef module stroke-width:1px\n"
      "  classDef group stroke-width:2px\n";
  for (const BoxLook& look : box_looks())
    out += fmt::format("  classDef {} {}{}\n", look.name,
                       mermaid_style(look.colour, look.width, look.dashes),
                       look.struck ? ",text-decoration:line-through" : "");
  return out + "  classDef note fill:none,stroke:none\n";
}

// The two brackets that give a box its shape.
struct Shape {
  std::string_view open;
  std::string_view close;
};

// Main modules have bars on both sides, the nearest thing to a double border;
// groups have round ends.
Shape shape_of(BoxKind kind) {
  if (kind == BoxKind::kMain) return {"[[", "]]"};
  if (kind == BoxKind::kGroup) return {"([", "])"};
  return {"[", "]"};
}

std::string_view arrow_of(const PictureLine& line) {
  if (line.goes) return "-.-x";
  if (line.closes_cycle || line.through_hidden) return "-.->";
  return line.on_critical_path ? "==>" : "-->";
}

std::string node_label(const PictureBox& box) {
  std::string out;
  if (box.mark) out = mark_words(box) + " ";
  if (box.change != BoxChange::kNone)
    out += std::string(words_of(box.change).sign) + " ";
  out = mermaid_label(out);
  std::string_view line_break;
  for (const std::string& line : name_lines(box.name)) {
    out.append(line_break).append(mermaid_label(line));
    line_break = "<br>";
  }
  std::string below = version_line(box);
  if (box.other_versions > 0)
    below +=
        fmt::format("{}\u00d7{}", below.empty() ? "" : " ", box.other_versions);
  if (!below.empty()) out += "<br>" + mermaid_label(below);
  return out;
}

std::string node_line(const PictureBox& box, std::size_t i) {
  const Shape shape = shape_of(box.kind);
  return fmt::format("  n{}{}\"{}\"{}\n", i, shape.open, node_label(box),
                     shape.close);
}

// "  class n1,n4 cycle": every class once, later ones winning over earlier.
std::string class_lines(const std::vector<PictureBox>& boxes) {
  std::string out;
  std::vector<std::string_view> names = {"main", "direct", "module", "group"};
  for (const BoxLook& look : box_looks()) names.push_back(look.name);
  for (const std::string_view wanted : names) {
    std::string nodes;
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (has_class(classes_of(boxes[i]), wanted))
        nodes += fmt::format("{}n{}", nodes.empty() ? "" : ",", i);
    if (!nodes.empty()) out += fmt::format("  class {} {}\n", nodes, wanted);
  }
  return out;
}

std::string link_line(const PictureLine& line) {
  std::string label;
  if (const std::string words = change_words(line); !words.empty())
    label = "|\"" + mermaid_label(words) + "\"|";
  return fmt::format("  n{} {}{} n{}\n", line.from, arrow_of(line), label,
                     line.to);
}

// The most important thing that a line says decides its colour.
std::string link_styles(const std::vector<PictureLine>& lines) {
  std::vector<std::string> numbers(line_looks().size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string classes = classes_of(lines[i]);
    for (std::size_t s = 0; s < line_looks().size(); ++s) {
      const LineLook& look = line_looks()[s];
      if (look.colour.empty() || !has_class(classes, look.name)) continue;
      numbers[s] += fmt::format("{}{}", numbers[s].empty() ? "" : ",", i);
      break;
    }
  }
  std::string out;
  for (std::size_t s = 0; s < numbers.size(); ++s)
    if (!numbers[s].empty())
      out += fmt::format(
          "  linkStyle {} {}\n", numbers[s],
          mermaid_style(line_looks()[s].colour, line_looks()[s].width, ""));
  return out;
}

// Legend and what is hidden, a line each, in a box without a border.
std::string note_of(const Picture& picture) {
  std::string out;
  const auto add = [&](std::string_view line) {
    if (!line.empty()) out += (out.empty() ? "" : "<br>") + mermaid_label(line);
  };
  for (const LegendEntry& entry : legend_of(picture))
    add(fmt::format("{}: {}", entry.in_mermaid, entry.meaning));
  for (const std::string& line : finding_list(picture)) add(line);
  add(hidden_line(picture));
  return out;
}

// The note comes after everything that requires nothing, where no line can
// cross it.
constexpr std::size_t kAnchors = 20;
constexpr std::size_t kDrawnLines = kMermaidLines - kAnchors;

std::string anchors_of(const Picture& picture) {
  std::vector<bool> requires_some(picture.boxes.size());
  for (const PictureLine& line : picture.lines) requires_some[line.from] = true;
  std::string out;
  std::size_t anchors = 0;
  for (std::size_t i = 0; i < picture.boxes.size() && anchors < kAnchors; ++i) {
    if (requires_some[i]) continue;
    out += fmt::format("  n{} ~~~ note\n", i);
    ++anchors;
  }
  return out;
}

std::string text_of(const Picture& picture) {
  std::string out;
  if (!picture.title.empty())
    out = "---\ntitle: " + mermaid_title(shortened(picture.title, 120)) +
          "\n---\n";
  out += "flowchart LR\n";
  out += class_definitions();
  for (std::size_t i = 0; i < picture.boxes.size(); ++i)
    out += node_line(picture.boxes[i], i);
  out += class_lines(picture.boxes);
  for (const PictureLine& line : picture.lines) out += link_line(line);
  out += link_styles(picture.lines);
  if (const std::string words = note_of(picture); !words.empty())
    out += fmt::format("  note[\"{}\"]\n  class note note\n", words) +
           anchors_of(picture);
  return out;
}

bool fits(const Picture& picture, std::string_view text) {
  return picture.lines.size() <= kDrawnLines && text.size() <= kMermaidBytes;
}

// How much a picture would lose without it, larger first.
int importance(const PictureBox& box) {
  if (box.kind == BoxKind::kMain) return 5;
  if (box.mark) return *box.mark == Level::kError ? 4 : 3;
  return box.in_cycle || box.on_critical_path ? 2
         : box.kind == BoxKind::kDirect       ? 1
                                              : 0;
}

int importance(const PictureLine& line) {
  return line.closes_cycle || !line.forced.empty() ? 2
         : line.in_cycle || line.on_critical_path  ? 1
                                                   : 0;
}

// Indices by weight, equal ones as they were.
template <class Items>
std::vector<std::size_t> by_weight(const Items& items) {
  std::vector<std::size_t> out(items.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return importance(items[a]) > importance(items[b]);
  });
  return out;
}

template <class Item>
std::vector<Item> first_by_weight(const std::vector<Item>& items,
                                  std::size_t most) {
  std::vector<std::size_t> chosen = by_weight(items);
  chosen.resize(std::min(most, chosen.size()));
  std::sort(chosen.begin(), chosen.end());
  std::vector<Item> out;
  out.reserve(chosen.size());
  for (const std::size_t i : chosen) out.push_back(items[i]);
  return out;
}

// The picture with at most `most` boxes; what is left out is counted.
Picture with_boxes(const Picture& picture, std::size_t most) {
  Picture out = picture;
  std::vector<std::size_t> chosen = by_weight(picture.boxes);
  chosen.resize(std::min(most, chosen.size()));
  std::sort(chosen.begin(), chosen.end());
  constexpr std::uint32_t kGone = ~std::uint32_t{0};
  std::vector<std::uint32_t> now(picture.boxes.size(), kGone);
  out.boxes.clear();
  for (const std::size_t i : chosen) {
    now[i] = static_cast<std::uint32_t>(out.boxes.size());
    out.boxes.push_back(picture.boxes[i]);
  }
  out.lines.clear();
  for (PictureLine line : picture.lines) {
    if (now[line.from] == kGone || now[line.to] == kGone) continue;
    line.from = now[line.from];
    line.to = now[line.to];
    out.lines.push_back(std::move(line));
  }
  out.lines = first_by_weight(out.lines, kDrawnLines);
  const std::size_t boxes = picture.boxes.size() - out.boxes.size();
  const std::size_t lines = picture.lines.size() - out.lines.size();
  if (boxes > 0) out.hidden.push_back({boxes, "boxes more than Mermaid draws"});
  if (lines > 0) out.hidden.push_back({lines, "lines more than Mermaid draws"});
  return out;
}

// The text of the largest part of the picture that fits. Text grows with the
// boxes, so that halving the range finds it.
std::string fitting_text(const Picture& picture) {
  std::size_t least = 0;
  std::size_t most = std::min(picture.boxes.size(), kMermaidBytes / 20) + 1;
  std::string best = text_of(with_boxes(picture, 0));
  while (most - least > 1) {
    const std::size_t middle = least + (most - least) / 2;
    const Picture part = with_boxes(picture, middle);
    std::string text = text_of(part);
    if (fits(part, text)) {
      least = middle;
      best = std::move(text);
    } else {
      most = middle;
    }
  }
  return best;
}

}  // namespace

std::string mermaid_label(std::string_view text) {
  const std::string visible = printable(text);
  const std::string_view whole = visible;
  std::string out;
  for (std::size_t at = 0; at < whole.size();) {
    const CodePoint c = first_code_point(whole.substr(at));
    const std::size_t next = at + c.length;
    out += label_piece(c.value, whole.substr(0, at), whole.substr(next));
    at = next;
  }
  return out;
}

std::string mermaid_title(std::string_view text) {
  std::string out = "\"";
  const std::string visible = printable(text);
  for (std::string_view rest = visible; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    if (is_word(c.value) || std::u32string_view(U" ./-,()").find(c.value) !=
                                std::u32string_view::npos)
      out += static_cast<char>(c.value);
    else
      out += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c.value));
    rest.remove_prefix(c.length);
  }
  return out + '"';
}

void write_mermaid(const Picture& picture, Sink& out) {
  // Too many boxes cannot fit: their text is not even made.
  if (picture.boxes.size() <= kMermaidBytes / 20 &&
      picture.lines.size() <= kDrawnLines) {
    const std::string text = text_of(picture);
    if (fits(picture, text)) {
      out.put(text);
      return;
    }
  }
  out.put(fitting_text(picture));
}

}  // namespace modgraph
