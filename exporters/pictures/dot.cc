#include "exporters/pictures/dot.h"

#include <fmt/core.h>
#include <graphviz/cgraph.h>

#include <algorithm>
#include <memory>
#include <new>
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

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

// cgraph's writer, led into the sink.
int put_text(void* channel, const char* text) {
  static_cast<Sink*>(channel)->put(text);
  return 0;
}

int flush_nothing(void*) { return 0; }

// cgraph takes char* and does not write through it.
char* c_text(const std::string& text) {
  return const_cast<char*>(text.c_str());
}

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

// cgraph fails only when there is no memory.
template <class T>
T* checked(T* made) {
  if (made == nullptr) throw std::bad_alloc();
  return made;
}

class DotPicture {
 public:
  explicit DotPicture(const Picture& picture)
      : picture_(picture),
        graph_(checked(agopen(c_text("modgraph"), Agdirected, nullptr))) {}

  void write(Sink& out) {
    graph_attributes();
    for (std::size_t i = 0; i < picture_.boxes.size(); ++i) node(i);
    for (std::size_t i = 0; i < picture_.lines.size(); ++i) edge(i);
    Agiodisc_t io{nullptr, put_text, flush_nothing};
    graph_->clos->disc.io = &io;
    agwrite(graph_.get(), &out);
    graph_->clos->disc.io = &AgIoDisc;
  }

 private:
  void set(void* object, const char* name, const std::string& value) {
    agsafeset(object, c_text(name), c_text(value), c_text(""));
  }

  void graph_attributes() {
    set(graph_.get(), "label", caption());
    // cgraph would break long texts over lines, which few other readers know.
    set(graph_.get(), "linelength", "0");
    set(graph_.get(), "labelloc", "t");
    set(graph_.get(), "rankdir", "LR");
    set(graph_.get(), "fontname", "Helvetica");
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
  std::string id(std::size_t i) const {
    const PictureBox& b = picture_.boxes[i];
    const bool is_version =
        b.kind == BoxKind::kSelected || b.kind == BoxKind::kUnselected;
    const std::string name = is_version ? b.name + "@" + b.version : b.name;
    const bool by_name = b.kind != BoxKind::kGroup && is_plain_id(name) &&
                         agnode(graph_.get(), c_text(name), 0) == nullptr;
    return by_name ? name : fmt::format("#{}", i);
  }

  void node(std::size_t i) {
    const PictureBox& b = picture_.boxes[i];
    Agnode_t* n = checked(agnode(graph_.get(), c_text(id(i)), 1));
    nodes_.push_back(n);
    set(n, "label", label(b));
    set(n, "tooltip", dot_text(b.about.empty() ? b.name : b.about));
    set(n, "class", classes_of(b));
    set(n, "shape", b.kind == BoxKind::kGroup ? "box3d" : "box");
    set(n, "fontname", "Helvetica");
    set(n, "fontsize", "10");
    set(n, "style", border_style(b.kind));
    if (b.kind == BoxKind::kMain) set(n, "peripheries", "2");
    if (!b.link.empty()) set(n, "URL", dot_text(b.link));
    const std::string classes = classes_of(b);
    for (const BoxLook& look : box_looks()) {
      if (!has_class(classes, look.name)) continue;
      if (!look.colour.empty()) set(n, "color", std::string(look.colour));
      if (look.width > 0) set(n, "penwidth", fmt::format("{}", look.width));
    }
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

  void edge(std::size_t i) {
    const PictureLine& l = picture_.lines[i];
    Agedge_t* e = checked(agedge(graph_.get(), nodes_[l.from], nodes_[l.to],
                                 c_text(fmt::format("e{}", i)), 1));
    set(e, "class", classes_of(l));
    set(e, "color", colours(l));
    if (l.through_hidden) set(e, "style", "dashed");
    if (l.closes_cycle) set(e, "style", "dotted");
    set_width(e, l);
    if (l.goes) {
      set(e, "style", "dashed");
      set(e, "arrowhead", "box");
    }
    if (const std::string words = change_words(l); !words.empty()) {
      set(e, "label", dot_text(words));
      set(e, "fontsize", "9");
    }
  }

  void set_width(Agedge_t* e, const PictureLine& l) {
    const std::string classes = classes_of(l);
    for (const LineLook& look : line_looks())
      if (look.width > 1.9 && has_class(classes, look.name))
        return set(e, "penwidth", fmt::format("{}", look.width));
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
  Graph graph_;
  std::vector<Agnode_t*> nodes_;
};

}  // namespace

void write_dot(const Picture& picture, Sink& out) {
  DotPicture(picture).write(out);
}

}  // namespace modgraph
