// Which requirements show a strongly connected component?
//
// A component of n modules with few requirements is drawn completely. Otherwise
// two shortest-path trees are enough, from the first member to all and from all
// to the first: at most 2 (n - 1) requirements, and every member is on a cycle.
// Cost: O(V + E).
// Tested by tests/engine/report/views/finding_view_test.cc.

#include "engine/report/views/cycle_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "engine/model/selected_graph.h"
#include "engine/report/views/overview_marks.h"
#include "engine/report/views/picture_box.h"
#include "engine/report/views/picture_builder.h"

namespace modgraph {
namespace {

// The members of the component that a finding is about, which it may not all
// name: those of one class have none in common.
std::span<const NodeId> component_of(const Report& report,
                                     const Finding& finding) {
  const CycleClass of = finding.rule->name == "path-cycle"
                            ? CycleClass::kPath
                            : CycleClass::kSelected;
  const std::string_view first = finding.subjects.at(0).module;
  for (const CyclicComponent& cycle : report.cycles)
    if (cycle.cycle_class == of &&
        report.graph.path(cycle.members.front()) == first)
      return cycle.members;
  return {};
}

class CycleView {
 public:
  CycleView(const Report& report, const Finding& finding,
            const ViewLimits& limits)
      : report_(report),
        finding_(finding),
        across_versions_(finding.rule->name == "path-cycle"),
        paths_(across_versions_ ? path_graph(report.graph)
                                : Digraph<ModuleId>{}),
        graph_(across_versions_ ? paths_ : report.selected),
        builder_(limits) {
    for (const NodeId n : component_of(report, finding))
      members_.push_back(report.graph.module_of(n));
    std::ranges::sort(members_);
  }

  Picture draw() && {
    const std::vector<ModuleEdge> inside = requirements_inside();
    closing_ = closing_requirements();
    add_loop();
    for (const ModuleId m : members_) add_member(m);
    for (const ModuleEdge& e : closing_) add_line(e);
    if (inside.size() <= builder_.line_room() + builder_.line_count())
      for (const ModuleEdge& e : inside) add_line(e);
    else
      add_trees();
    builder_.hide(members_.size() - builder_.box_count(), "other member",
                  "other members");
    builder_.hide(inside.size() - builder_.line_count(),
                  "other requirement between members",
                  "other requirements between members");
    return std::move(builder_).picture(
        fmt::format("{} {}: {} modules", finding_.rule->code,
                    finding_.rule->name, members_.size()),
        finding_.message);
  }

 private:
  bool is_member(ModuleId m) const {
    return std::ranges::binary_search(members_, m);
  }

  std::vector<ModuleEdge> requirements_inside() const {
    std::vector<ModuleEdge> out;
    for (const ModuleId m : members_)
      for (const ModuleId to : graph_.dependencies(m))
        if (is_member(to)) out.push_back({m, to});
    return out;
  }

  // The cycle of the finding, which has the same members.
  std::vector<ModuleEdge> closing_requirements() const {
    std::vector<ModuleEdge> out;
    const auto wanted =
        across_versions_ ? CycleClass::kPath : CycleClass::kSelected;
    for (const CyclicComponent& cycle : report_.cycles) {
      if (cycle.cycle_class != wanted) continue;
      if (!is_member(report_.graph.module_of(cycle.members[0]))) continue;
      for (const Edge<NodeId>& e : cycle.feedback_arcs) {
        const ModuleEdge edge{report_.graph.module_of(e.from),
                              report_.graph.module_of(e.to)};
        if (edge.from != edge.to) out.push_back(edge);
      }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void add_loop() {
    if (finding_.witness.empty()) return;
    std::vector<ModuleId> loop;
    for (const std::string_view path : finding_.witness[0])
      if (const auto m = report_.graph.find(path)) loop.push_back(*m);
    for (const ModuleId m : loop)
      if (is_member(m)) add_member(m);
    for (std::size_t i = 0; i + 1 < loop.size(); ++i)
      add_line({loop[i], loop[i + 1]});
  }

  void add_member(ModuleId m) {
    if (builder_.find(index(m)) || !builder_.fits(1, 0)) return;
    PictureBox box = maker_.box({BoxScope::kModule, {m}});
    if (across_versions_) box.version.clear();
    box.in_cycle = true;
    box.on_critical_path = false;
    builder_.add(index(m), std::move(box));
  }

  void add_line(const ModuleEdge& e) {
    const auto from = builder_.find(index(e.from));
    const auto to = builder_.find(index(e.to));
    if (!from || !to || *from == *to) return;
    if (!builder_.has_line(*from, *to) && !builder_.fits(0, 1)) return;
    PictureLine& line = builder_.line(*from, *to);
    line.in_cycle = true;
    line.closes_cycle = std::ranges::binary_search(closing_, e);
  }

  // Shortest paths from the first member to all, and back.
  void add_trees() {
    const auto next = [&](ModuleId m) { return graph_.dependencies(m); };
    const auto back = [&](ModuleId m) { return graph_.dependents(m); };
    for (const ModuleEdge& e : tree(next)) add_line(e);
    for (const ModuleEdge& e : tree(back)) add_line({e.to, e.from});
  }

  template <class Next>
  std::vector<ModuleEdge> tree(Next next) const {
    std::vector<ModuleEdge> out;
    std::vector<bool> seen(report_.graph.module_count());
    std::vector<ModuleId> queue{members_.front()};
    seen[index(queue[0])] = true;
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const ModuleId to : next(queue[i])) {
        if (seen[index(to)] || !builder_.find(index(to))) continue;
        seen[index(to)] = true;
        out.push_back({queue[i], to});
        queue.push_back(to);
      }
    return out;
  }

  const Report& report_;
  const Finding& finding_;
  bool across_versions_;
  Digraph<ModuleId> paths_;
  const Digraph<ModuleId>& graph_;
  PictureMarks marks_ = marks_of(report_, report_.selected);
  BoxMaker maker_{report_, marks_};
  PictureBuilder builder_;
  std::vector<ModuleId> members_;  // ascending
  std::vector<ModuleEdge> closing_;
};

}  // namespace

Picture cycle_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits) {
  return CycleView(report, finding, limits).draw();
}

}  // namespace modgraph
