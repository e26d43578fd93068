#include "exporters/pictures/dot.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/picture_looks.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxBytes = 16000;  // Graphviz's scanner stops at 16,384

// Foreign text as Graphviz shows it: control characters visible, backslashes
// not taken as escapes, and not longer than its scanner reads.
std::string dot_text(std::string_view text) {
  const std::string visible = printable(text);
  std::string out;
  for (std::string_view rest = visible; !rest.empty();) {
    const std::size_t length = first_code_point(rest).length;
    if (out.size() + length > kMaxBytes) return out + "...";
    if (rest[0] == '\\') out += '\\';
    out += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return out;
}

// Whether a name can be a node's id as it is: what a module path consists of.
bool is_plain_id(std::string_view name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') ||
           std::string_view("-._~/+@").find(c) != std::string_view::npos;
  };
  return !name.empty() && name.size() <= kMaxBytes &&
         std::ranges::all_of(name, plain);
}

// A number or a word of the language that needs no quotes, as Graphviz's own
// writer decides.
bool is_bare(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (text.empty()) return false;
  if (letter(text[0])) {
    constexpr std::array<std::string_view, 6> kReserved = {
        "node", "edge", "strict", "graph", "digraph", "subgraph"};
    return std::ranges::all_of(text,
                               [&](char c) { return letter(c) || digit(c); }) &&
           std::ranges::none_of(kReserved, [&](std::string_view word) {
             return std::ranges::equal(text, word, [](char c, char lower) {
               return (c | 0x20) == lower;
             });
           });
  }
  if (text[0] == '-') text.remove_prefix(1);
  const bool has_digit = std::ranges::any_of(text, digit);
  return has_digit && std::ranges::count(text, '.') <= 1 &&
         std::ranges::all_of(text,
                             [&](char c) { return digit(c) || c == '.'; });
}

// In double quotes, where only these are special; backslashes are Graphviz's
// escapes, and dot_text() has seen to them.
std::string dot_id(std::string_view text) {
  if (is_bare(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + '"';
}

// Of a graph, a node or an edge, by name; the last value counts.
using Attributes = std::map<std::string_view, std::string>;

// What it is, its attributes one a line, and the end.
void put_attributes(Sink& out, std::string_view begin, std::string_view of,
                    const Attributes& attributes, std::string_view end) {
  out.put(begin);
  bool first = true;
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    out.put(first ? of : ",\n\t\t");
    out.put(name);
    out.put("=");
    out.put(dot_id(value));
    first = false;
  }
  out.put(first ? ";\n" : end);
}

// Laid out as Graphviz writes its files, so that a file that went through it
// differs in nothing.
class DotPicture {
 public:
  explicit DotPicture(const Picture& picture) : picture_(picture) {}

  void write(Sink& out) {
    name_nodes();
    lines_of_.resize(picture_.boxes.size());
    for (std::size_t i = 0; i < picture_.lines.size(); ++i)
      lines_of_[picture_.lines[i].from].push_back(i);
    out.put("digraph modgraph {\n");
    put_attributes(out, "\tgraph", " [", graph_attributes(), "\n\t];\n");
    for (std::size_t i = 0; i < picture_.boxes.size(); ++i) {
      put_node(i, out);
      for (const std::size_t line : lines_of_[i]) {
        put_node(picture_.lines[line].to, out);
        put_edge(line, out);
      }
    }
    out.put("}\n");
  }

 private:
  Attributes graph_attributes() const {
    Attributes out;
    out["label"] = caption();
    // Graphviz would break long texts over lines, which few other readers know.
    out["linelength"] = "0";
    out["labelloc"] = "t";
    out["rankdir"] = "LR";
    out["fontname"] = "Helvetica";
    return out;
  }

  // Title, legend, what is hidden, inputs: one line each.
  std::string caption() const {
    std::string legend;
    for (const LegendEntry& entry : legend_of(picture_))
      legend += fmt::format("{}{}: {}", legend.empty() ? "" : "; ",
                            entry.in_dot, entry.meaning);
    std::string out = dot_text(picture_.title);
    for (const std::string& line : {picture_.description, legend})
      if (!line.empty()) out += "\\n" + dot_text(line);
    for (const std::string& line : finding_list(picture_))
      out += "\\n" + dot_text(line);
    for (const std::string& line : {hidden_line(picture_), picture_.source})
      if (!line.empty()) out += "\\n" + dot_text(line);
    // All lines are one string to Graphviz's scanner.
    if (out.size() > kMaxBytes) return dot_text(picture_.title);
    return out;
  }

  // Modules have their path, module versions path@version; what is neither,
  // groups and repeats have a number that no path can look like.
  void name_nodes() {
    std::set<std::string, std::less<>> taken;
    for (std::size_t i = 0; i < picture_.boxes.size(); ++i) {
      const PictureBox& b = picture_.boxes[i];
      const bool is_version =
          b.kind == BoxKind::kSelected || b.kind == BoxKind::kUnselected;
      std::string name = is_version ? b.name + "@" + b.version : b.name;
      if (b.kind == BoxKind::kGroup || !is_plain_id(name) ||
          taken.contains(name))
        name = fmt::format("#{}", i);
      taken.insert(name);
      ids_.push_back(dot_id(name));
    }
    is_put_.resize(ids_.size());
  }

  // Once, where it is first met.
  void put_node(std::size_t i, Sink& out) {
    if (is_put_[i]) return;
    is_put_[i] = true;
    const PictureBox& b = picture_.boxes[i];
    Attributes n;
    n["label"] = label(b);
    n["tooltip"] = dot_text(b.about.empty() ? b.name : b.about);
    n["class"] = classes_of(b);
    n["shape"] = b.kind == BoxKind::kGroup ? "box3d" : "box";
    n["fontname"] = "Helvetica";
    n["fontsize"] = "10";
    n["style"] = border_style(b.kind);
    if (b.kind == BoxKind::kMain) n["peripheries"] = "2";
    if (!b.link.empty()) n["URL"] = dot_text(b.link);
    for (const BoxLook& look : box_looks()) {
      if (!has_class(n["class"], look.name)) continue;
      if (!look.colour.empty()) n["color"] = look.colour;
      if (look.width > 0) n["penwidth"] = fmt::format("{}", look.width);
    }
    put_attributes(out, "\t" + ids_[i], "\t[", n, "];\n");
  }

  static const char* border_style(BoxKind kind) {
    if (kind == BoxKind::kUnselected) return "dotted";
    return kind == BoxKind::kIndirect ? "dashed" : "solid";
  }

  static std::string label(const PictureBox& b) {
    std::string out = dot_text(b.name);
    if (const std::string version = version_line(b); !version.empty())
      out += "\\n" + dot_text(version);
    if (b.other_versions > 0) out += fmt::format(" \u00d7{}", b.other_versions);
    if (b.change != BoxChange::kNone)
      out = std::string(words_of(b.change).sign) + " " + out;
    if (b.mark) out = mark_words(b) + " " + out;
    return out;
  }

  void put_edge(std::size_t i, Sink& out) const {
    const PictureLine& l = picture_.lines[i];
    Attributes e;
    e["class"] = classes_of(l);
    e["color"] = colours(l);
    if (l.through_hidden) e["style"] = "dashed";
    if (l.closes_cycle) e["style"] = "dotted";
    if (const auto width = width_of(e["class"])) e["penwidth"] = *width;
    if (l.goes) {
      e["style"] = "dashed";
      e["arrowhead"] = "box";
    }
    if (const std::string words = change_words(l); !words.empty()) {
      e["label"] = dot_text(words);
      e["fontsize"] = "9";
    }
    put_attributes(out, fmt::format("\t{} -> {}", ids_[l.from], ids_[l.to]),
                   fmt::format("\t[key=e{},\n\t\t", i), e, "];\n");
  }

  static std::optional<std::string> width_of(const std::string& classes) {
    for (const LineLook& look : line_looks())
      if (look.width > 1.9 && has_class(classes, look.name))
        return fmt::format("{}", look.width);
    return std::nullopt;
  }

  // Two parallel lines where the critical path says more than that.
  static std::string colours(const PictureLine& l) {
    const std::string classes = classes_of(l);
    std::string out;
    for (const LineLook& look : line_looks()) {
      if (look.colour.empty() || !has_class(classes, look.name)) continue;
      if (out.empty())
        out = look.colour;
      else if (look.name == "critical")
        return std::string(look.colour) + ":" + out;
    }
    return out.empty() ? std::string(kPlainLine) : out;
  }

  const Picture& picture_;
  std::vector<std::string> ids_;
  std::vector<bool> is_put_;
  std::vector<std::vector<std::size_t>> lines_of_;
};

}  // namespace

void write_dot(const Picture& picture, Sink& out) {
  DotPicture(picture).write(out);
}

}  // namespace modgraph
