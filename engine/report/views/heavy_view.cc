// What does only one dependency bring into the build?
//
// Everything that the main modules reach only through it: its subtree in the
// dominator tree, found by walking the graph once with it and once without.
// Source: the definition of dominators.
// Cost: O(V + E).
// Tested by tests/engine/report/views/finding_view_test.cc.

#include "engine/report/views/heavy_view.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/model/selected_graph.h"
#include "engine/report/views/module_drawing.h"
#include "engine/report/views/neighbourhood.h"
#include "engine/report/views/overview_lines.h"

namespace modgraph {
namespace {

// More boxes than this are not seen at a glance: most will be in one row.
constexpr std::size_t kComfortableFan = 40;

// The graph as if a module were not there.
Digraph<ModuleId> without(const Digraph<ModuleId>& graph, ModuleId gone) {
  std::vector<ModuleId> kept;
  for (const ModuleId m : graph.vertices())
    if (m != gone) kept.push_back(m);
  return graph_between<ModuleId>(graph, kept);
}

// What only `module` leads to: itself first, then the nearest.
std::vector<ModuleId> carried_by(const Digraph<ModuleId>& graph,
                                 const std::vector<ModuleId>& mains,
                                 ModuleId module) {
  std::vector<bool> stays(graph.vertex_count());
  for (const ModuleId m : neighbourhood<ModuleId>(
           without(graph, module), mains, Direction::kDependencies, kAnyDepth))
    stays[index(m)] = true;
  std::vector<ModuleId> out = neighbourhood<ModuleId>(
      graph, std::vector{module}, Direction::kDependencies, kAnyDepth);
  std::erase_if(out, [&](ModuleId m) { return stays[index(m)]; });
  return out;
}

// The boxes that lead on from `top`, as cards: each below the one that leads to
// it on a shortest chain, and no other lines.
void arrange_below(Picture& picture, std::uint32_t top) {
  constexpr auto kNobody = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> by(picture.boxes.size(), kNobody);
  std::vector<std::vector<std::uint32_t>> below(picture.boxes.size());
  std::vector<std::uint32_t> queue{top};
  by[top] = top;
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (const PictureLine& line : picture.lines)
      if (line.from == queue[i] && by[line.to] == kNobody) {
        by[line.to] = line.from;
        below[line.from].push_back(line.to);
        queue.push_back(line.to);
      }
  std::vector<std::uint32_t> now(picture.boxes.size(), kNobody);
  std::vector<PictureBox> boxes;
  for (std::vector<std::uint32_t> stack{top}; !stack.empty();) {
    const std::uint32_t box = stack.back();
    stack.pop_back();
    now[box] = static_cast<std::uint32_t>(boxes.size());
    boxes.push_back(std::move(picture.boxes[box]));
    if (box != top) boxes.back().under = now[by[box]];
    stack.insert(stack.end(), below[box].rbegin(), below[box].rend());
  }
  std::erase_if(picture.lines, [&](const PictureLine& line) {
    return line.to == top || by[line.to] != line.from ||
           now[line.from] == kNobody;
  });
  for (PictureLine& line : picture.lines) {
    line.from = now[line.from];
    line.to = now[line.to];
  }
  picture.boxes = std::move(boxes);
  picture.arrangement = Arrangement::kCards;
}

}  // namespace

Picture heavy_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits) {
  const auto module = report.graph.find(finding.subjects.at(0).module);
  if (!module) return {};
  const Digraph<ModuleId> graph = drawable_requirements(report);
  const std::vector<ModuleId> mains = main_modules(report.graph);
  const std::vector<ModuleId> carried = carried_by(graph, mains, *module);
  std::vector<ModuleId> scope = mains;
  scope.insert(scope.end(), carried.begin(), carried.end());

  const auto part = graph_between<ModuleId>(graph, scope);
  DrawingOptions options{.limits = limits};
  options.limits.max_boxes = std::min(limits.max_boxes, kComfortableFan);
  ModuleDrawing drawing = draw_modules(report, part, scope, options);
  Picture& out = drawing.picture;
  for (PictureBox& box : out.boxes) box.on_critical_path = false;
  if (drawing.boxes.has(*module))
    out.boxes[drawing.boxes.of(*module)].in_question = true;
  for (PictureLine& line : out.lines) line.on_critical_path = false;
  out.title = fmt::format("{} {}: {}", finding.rule->code, finding.rule->name,
                          report.graph.path(*module));
  out.description =
      finding.message + "; lines of go.mod may keep some of them in the build";
  const auto hide = [&](std::uint64_t count, const char* one,
                        const char* many) {
    if (count > 0) out.hidden.push_back({count, count == 1 ? one : many});
  };
  hide(count_without_line(part, drawing.boxes, out.lines),
       "requirement that a longer path implies",
       "requirements that longer paths imply");
  if (drawing.boxes.has(*module)) arrange_below(out, drawing.boxes.of(*module));
  hide(report.counts.modules - carried.size(),
       "module that others bring in too", "modules that others bring in too");
  return std::move(out);
}

}  // namespace modgraph
