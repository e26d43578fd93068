// Which lines does a picture need?
//
// Reachability between the boxes is computed over all modules at once: one bit
// per box, propagated along the components in reverse topological order. Boxes
// that reach each other form a class; between classes, a line is needed exactly
// if no third class is between them (the transitive reduction, which is unique
// for acyclic graphs: A. Aho, M. Garey, J. Ullman, SIAM J. Comput. 1972). A
// line is a direct requirement if there is one, else a path through modules
// that are not drawn.
// Time O((V + E + boxes^2) * boxes / 64), memory O(V * boxes / 64) bits.
// Tested by tests/engine/report/views/overview_lines_test.cc.

#include "engine/report/views/overview_lines.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/report/bit_rows.h"

namespace modgraph {
namespace {

using BoxEdge = Edge<std::uint32_t>;

// By box: the boxes that it reaches through all modules; itself included.
BitRows reach_between(const Digraph<ModuleId>& graph,
                      const Components<ModuleId>& components,
                      const DrawnBoxes& boxes) {
  BitRows by_component(components.count(), boxes.count());
  for (std::uint32_t c = 0; c < components.count(); ++c)
    for (const ModuleId m : components.at(c)) {
      if (boxes.has(m)) by_component.set(c, boxes.of(m));
      for (const ModuleId to : graph.dependencies(m))
        by_component.merge(c, by_component, components.of[index(to)]);
    }
  BitRows out(boxes.count(), boxes.count());
  for (std::uint32_t b = 0; b < boxes.count(); ++b)
    for (const ModuleId m : boxes[b].members)
      out.merge(b, by_component, components.of[index(m)]);
  return out;
}

// Direct requirements between boxes, ascending, each once.
std::vector<BoxEdge> direct_edges(const Digraph<ModuleId>& graph,
                                  const DrawnBoxes& boxes) {
  std::vector<BoxEdge> out;
  for (std::uint32_t b = 0; b < boxes.count(); ++b)
    for (const ModuleId m : boxes[b].members)
      for (const ModuleId to : graph.dependencies(m))
        if (boxes.has(to) && boxes.of(to) != b)
          out.push_back({b, boxes.of(to)});
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// What lines between boxes mean, as sorted lists of pairs of boxes.
class LineSigns {
 public:
  LineSigns(const PictureMarks& marks, const DrawnBoxes& boxes)
      : critical_(between_boxes(marks.critical, boxes)),
        closing_(between_boxes(marks.closing, boxes)) {
    for (const ForcedEdge& forced : marks.forced) {
      const auto edge = between_boxes({forced.edge}, boxes);
      if (!edge.empty()) forced_.emplace_back(edge[0], forced.change);
    }
  }

  // All pairs that must have a line.
  std::vector<BoxEdge> edges() const {
    std::vector<BoxEdge> out = critical_;
    out.insert(out.end(), closing_.begin(), closing_.end());
    for (const auto& [edge, change] : forced_) out.push_back(edge);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  PictureLine line(BoxEdge edge) const {
    PictureLine out;
    out.from = edge.from;
    out.to = edge.to;
    out.on_critical_path = std::ranges::binary_search(critical_, edge);
    out.closes_cycle = std::ranges::binary_search(closing_, edge);
    for (const auto& [forced, change] : forced_)
      if (forced == edge && !contains(out.forced, change))
        out.forced.push_back(change);
    return out;
  }

 private:
  static bool contains(const std::vector<VersionChange>& changes,
                       const VersionChange& change) {
    return std::ranges::any_of(changes, [&](const VersionChange& c) {
      return c.from == change.from && c.to == change.to;
    });
  }

  static std::vector<BoxEdge> between_boxes(
      const std::vector<ModuleEdge>& edges, const DrawnBoxes& boxes) {
    std::vector<BoxEdge> out;
    for (const ModuleEdge& e : edges)
      if (boxes.has(e.from) && boxes.has(e.to) &&
          boxes.of(e.from) != boxes.of(e.to))
        out.push_back({boxes.of(e.from), boxes.of(e.to)});
    std::ranges::sort(out);
    return out;
  }

  std::vector<BoxEdge> critical_, closing_;
  std::vector<std::pair<BoxEdge, VersionChange>> forced_;
};

// Whether both ends have modules of one cycle that is not collapsed.
bool on_one_cycle(BoxEdge edge, const DrawnBoxes& boxes,
                  const Components<ModuleId>& components) {
  const DrawnBox& from = boxes[edge.from];
  const DrawnBox& to = boxes[edge.to];
  return from.scope == BoxScope::kModule && to.scope == BoxScope::kModule &&
         components.of[index(from.members[0])] ==
             components.of[index(to.members[0])];
}

// Boxes that reach each other are one class, named by its first box.
std::vector<std::uint32_t> classes_of(const BitRows& reach,
                                      std::uint32_t count) {
  std::vector<std::uint32_t> first(count);
  std::iota(first.begin(), first.end(), 0U);
  for (std::uint32_t b = 0; b < count; ++b)
    for (std::uint32_t a = 0; a < b && first[b] == b; ++a)
      if (reach.test(a, b) && reach.test(b, a)) first[b] = first[a];
  return first;
}

// Which classes a class leads to, and which lead to it; itself excluded.
struct ClassWays {
  BitRows forward, backward;
  ClassWays(const BitRows& reach, const std::vector<std::uint32_t>& class_of)
      : forward(class_of.size(), class_of.size()),
        backward(class_of.size(), class_of.size()) {
    for (std::uint32_t p = 0; p < class_of.size(); ++p)
      for (std::uint32_t q = 0; q < class_of.size(); ++q) {
        if (p == q || class_of[p] != p || class_of[q] != q) continue;
        if (!reach.test(p, q)) continue;
        forward.set(p, q);
        backward.set(q, p);
      }
  }
};

class Reduction {
 public:
  Reduction(const Digraph<ModuleId>& graph,
            const Components<ModuleId>& components, const DrawnBoxes& boxes,
            const PictureMarks& marks)
      : components_(components),
        boxes_(boxes),
        marks_(marks, boxes),
        reach_(reach_between(graph, components, boxes)),
        direct_(direct_edges(graph, boxes)),
        class_(classes_of(reach_, boxes.count())),
        ways_(reach_, class_) {}

  std::vector<PictureLine> reduce() {
    chosen_ = marks_.edges();
    special_ = chosen_.size();
    for (std::uint32_t p = 0; p < boxes_.count(); ++p)
      if (class_[p] == p) connect_within(p);
    for (std::uint32_t p = 0; p < boxes_.count(); ++p)
      for (std::uint32_t q = 0; q < boxes_.count(); ++q)
        if (needed(p, q)) connect(p, q);
    std::ranges::sort(chosen_);
    chosen_.erase(std::unique(chosen_.begin(), chosen_.end()), chosen_.end());

    std::vector<PictureLine> out;
    for (const BoxEdge& e : chosen_) out.push_back(line(e));
    return out;
  }

 private:
  // Every requirement inside a class; and if these do not lead from each of its
  // boxes to the next, a path through modules that are not drawn.
  void connect_within(std::uint32_t p) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t b = p; b < boxes_.count(); ++b)
      if (class_[b] == p) members.push_back(b);
    if (members.size() < 2) return;
    std::vector<BoxEdge> inside;
    for (const BoxEdge& e : direct_)
      if (class_[e.from] == p && class_[e.to] == p) inside.push_back(e);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const BoxEdge next{members[i], members[(i + 1) % members.size()]};
      if (!leads(inside, next)) chosen_.push_back(next);
    }
    chosen_.insert(chosen_.end(), inside.begin(), inside.end());
  }

  // Whether `edges`, ascending, lead from one box to another.
  bool leads(const std::vector<BoxEdge>& edges, BoxEdge ends) const {
    std::vector<bool> seen(boxes_.count());
    std::vector<std::uint32_t> waiting{ends.from};
    while (!waiting.empty() && !seen[ends.to]) {
      const std::uint32_t box = waiting.back();
      waiting.pop_back();
      if (seen[box]) continue;
      seen[box] = true;
      auto e = std::ranges::lower_bound(edges, box, {}, &BoxEdge::from);
      for (; e != edges.end() && e->from == box; ++e) waiting.push_back(e->to);
    }
    return seen[ends.to];
  }

  // Whether class p leads to class q, and no class is between them.
  bool needed(std::uint32_t p, std::uint32_t q) const {
    return ways_.forward.test(p, q) &&
           !ways_.forward.meets(p, ways_.backward, q);
  }

  // One line from class p to class q: one that is drawn anyway, else a direct
  // requirement, else a path through modules that are not drawn.
  void connect(std::uint32_t p, std::uint32_t q) {
    const auto fits = [&](const BoxEdge& e) {
      return class_[e.from] == p && class_[e.to] == q;
    };
    const auto drawn = chosen_.begin() + static_cast<std::ptrdiff_t>(special_);
    if (std::any_of(chosen_.begin(), drawn, fits)) return;
    const auto direct = std::ranges::find_if(direct_, fits);
    chosen_.push_back(direct != direct_.end() ? *direct : BoxEdge{p, q});
  }

  PictureLine line(const BoxEdge& e) const {
    PictureLine out = marks_.line(e);
    out.in_cycle = out.closes_cycle || on_one_cycle(e, boxes_, components_);
    out.through_hidden =
        !std::ranges::binary_search(direct_, e) && out.forced.empty();
    return out;
  }

  const Components<ModuleId>& components_;
  const DrawnBoxes& boxes_;
  LineSigns marks_;
  BitRows reach_;
  std::vector<BoxEdge> direct_;
  std::vector<std::uint32_t> class_;  // by box: the first box of its class
  ClassWays ways_;
  std::vector<BoxEdge> chosen_;
  std::size_t special_ = 0;  // how many have a meaning of their own
};

}  // namespace

std::vector<PictureLine> every_line(const Digraph<ModuleId>& graph,
                                    const Components<ModuleId>& components,
                                    const DrawnBoxes& boxes,
                                    const PictureMarks& marks) {
  const LineSigns line_signs(marks, boxes);
  std::vector<BoxEdge> edges = direct_edges(graph, boxes);
  const std::vector<BoxEdge> special = line_signs.edges();
  edges.insert(edges.end(), special.begin(), special.end());
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::vector<PictureLine> out;
  for (const BoxEdge& e : edges) {
    out.push_back(line_signs.line(e));
    out.back().in_cycle =
        out.back().closes_cycle || on_one_cycle(e, boxes, components);
  }
  return out;
}

std::vector<PictureLine> reduced_lines(const Digraph<ModuleId>& graph,
                                       const Components<ModuleId>& components,
                                       const DrawnBoxes& boxes,
                                       const PictureMarks& marks) {
  return Reduction(graph, components, boxes, marks).reduce();
}

std::uint64_t count_without_line(const Digraph<ModuleId>& graph,
                                 const DrawnBoxes& boxes,
                                 const std::vector<PictureLine>& lines) {
  std::vector<BoxEdge> drawn;
  for (const PictureLine& line : lines) drawn.push_back({line.from, line.to});
  std::ranges::sort(drawn);
  const std::vector<BoxEdge> direct = direct_edges(graph, boxes);
  return static_cast<std::uint64_t>(std::ranges::count_if(
      direct,
      [&](const BoxEdge& e) { return !std::ranges::binary_search(drawn, e); }));
}

}  // namespace modgraph
