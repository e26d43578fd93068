#include "exporters/dot.h"

#include <fmt/core.h>
#include <graphviz/cgraph.h>

#include <memory>
#include <new>
#include <string>
#include <vector>

#include "engine/base/printable.h"
#include "exporters/picture_words.h"

namespace modgraph {
namespace {

constexpr std::size_t kMostBytes = 16000;  // Graphviz's scanner stops at 16,384

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
  std::string out;
  for (const char c : printable(text.substr(0, kMostBytes))) {
    if (c == '\\') out += '\\';
    out += c;
  }
  if (text.size() > kMostBytes) out += "...";
  return out;
}

// cgraph fails for want of memory only.
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
    std::string label = dot_text(picture_.title);
    if (const std::string hidden = hidden_line(picture_); !hidden.empty())
      label += "\\n" + dot_text(hidden);
    set(graph_.get(), "label", label);
    set(graph_.get(), "labelloc", "t");
    set(graph_.get(), "rankdir", "LR");
    set(graph_.get(), "fontname", "Helvetica");
  }

  void node(std::size_t i) {
    const PictureBox& b = picture_.boxes[i];
    // Ids are ours: two names that look the same after escaping stay apart.
    Agnode_t* n =
        checked(agnode(graph_.get(), c_text(fmt::format("n{}", i)), 1));
    nodes_.push_back(n);
    std::string label = dot_text(b.name);
    if (const std::string version = version_line(b); !version.empty())
      label += "\\n" + dot_text(version);
    if (b.other_versions > 0)
      label += fmt::format(" \u00d7{}", b.other_versions);
    if (b.mark) label = "! " + label;
    set(n, "label", label);
    set(n, "tooltip", dot_text(b.about.empty() ? b.name : b.about));
    set(n, "class", classes_of(b));
    set(n, "shape", "box");
    set(n, "fontname", "Helvetica");
    set(n, "fontsize", "10");
    set(n, "style", b.kind == BoxKind::kIndirect ? "dashed" : "solid");
    if (b.kind == BoxKind::kMain) set(n, "peripheries", "2");
    if (b.in_cycle) set(n, "color", "#D55E00");
    if (b.on_critical_path) {
      set(n, "color", "#0072B2");
      set(n, "penwidth", "3");
    }
  }

  void edge(std::size_t i) {
    const PictureLine& l = picture_.lines[i];
    Agedge_t* e = checked(agedge(graph_.get(), nodes_[l.from], nodes_[l.to],
                                 c_text(fmt::format("e{}", i)), 1));
    set(e, "class", classes_of(l));
    set(e, "color",
        l.on_critical_path  ? "#0072B2"
        : !l.forced.empty() ? "#E69F00"
        : l.in_cycle        ? "#D55E00"
                            : "#8c959f");
    if (l.closes_cycle) set(e, "style", "dotted");
    if (l.on_critical_path) set(e, "penwidth", "3");
    if (!l.forced.empty()) {
      set(e, "label", dot_text(l.forced));
      set(e, "fontsize", "9");
    }
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
