#include "engine/report/views/graph_view.h"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/report/views/overview.h"
#include "engine/report/views/overview_clusters.h"
#include "engine/report/views/overview_lines.h"
#include "engine/report/views/overview_marks.h"
#include "engine/report/views/picture_source.h"
#include "engine/report/views/version_picture_builder.h"

namespace modgraph {
namespace {

bool is_overview(const GraphViewOptions& options) {
  return !options.focus && options.depth == kAnyDepth &&
         options.direction == Direction::kDependencies &&
         options.collapse == Collapse::kAsNeeded && !options.reduce &&
         !options.all_versions;
}

std::uint64_t count_reserved(const ModuleGraph& graph) {
  std::uint64_t out = 0;
  for (const ModuleId m : graph.modules())
    if (graph.kind(m) != ModuleKind::kModule) out += graph.versions(m).size();
  return out;
}

void hide(Picture& picture, std::uint64_t count, std::string_view one,
          std::string_view many) {
  if (count > 0)
    picture.hidden.push_back({count, std::string(count == 1 ? one : many)});
}

class GraphView {
 public:
  GraphView(const Report& report, const GraphViewOptions& options)
      : report_(report), graph_(report.graph), options_(options) {}

  Picture draw() const {
    Picture out = options_.all_versions ? versions() : modules();
    out.title = title();
    out.source = picture_source(report_.inputs);
    return out;
  }

 private:
  Picture modules() const {
    const std::vector<ModuleId> scope = module_scope();
    // All lines of go.mod would make a star; `// indirect` ones count only if
    // nothing else leads there.
    const auto part =
        graph_between<ModuleId>(drawable_requirements(report_), scope);
    ModuleDrawing drawing = draw_modules(
        report_, part, scope,
        {.limits = options_.limits,
         .collapse = options_.collapse,
         .chain = options_.chain,
         .reduce = options_.reduce,
         .lead_to_all = !options_.focus && options_.depth == kAnyDepth});
    Picture& out = drawing.picture;
    if (options_.focus) {
      const std::uint32_t box =
          drawing.boxes.of(graph_.module_of(*options_.focus));
      if (box != DrawnBoxes::kNotDrawn) out.boxes[box].in_question = true;
      // What it requires itself is not asked; without, it stands last.
      if (options_.direction == Direction::kDependents)
        std::erase_if(out.lines, [&](const PictureLine& line) {
          return line.from == box && line.to != box;
        });
    }
    out.description =
        fmt::format("{} of {} modules in {} boxes", scope.size(),
                    report_.counts.modules, drawing.boxes.count());
    hide(out, count_reserved(graph_), "version of go and toolchain",
         "versions of go and toolchain");
    hide(out, report_.counts.module_versions - report_.counts.modules,
         "unselected version", "unselected versions");
    hide(out, count_without_line(report_.selected, drawing.boxes, out.lines),
         "requirement that a longer path implies",
         "requirements that longer paths imply");
    hide_others(out, scope.size());
    return std::move(out);
  }

  // What a greater depth would show, and what has nothing to do with it.
  void hide_others(Picture& out, std::uint64_t drawn) const {
    std::uint64_t any = report_.counts.modules;
    if (options_.focus)
      any =
          neighbourhood<ModuleId>(
              report_.selected, std::vector{graph_.module_of(*options_.focus)},
              options_.direction, kAnyDepth)
              .size();
    hide(out, any - drawn, "module further away", "modules further away");
    const bool reverse = options_.direction == Direction::kDependents;
    hide(out, report_.counts.modules - any,
         reverse ? "module that does not require it"
                 : "module that it does not require",
         reverse ? "modules that do not require it"
                 : "modules that it does not require");
  }

  // The nearest first; of the whole build the modules of findings.
  std::vector<ModuleId> module_scope() const {
    std::vector<ModuleId> starts;
    if (options_.focus)
      starts.push_back(graph_.module_of(*options_.focus));
    else
      for (const NodeId n : graph_.mains())
        starts.push_back(graph_.module_of(n));
    if (options_.focus || options_.depth != kAnyDepth)
      return neighbourhood<ModuleId>(report_.selected, starts,
                                     options_.direction, options_.depth);
    const PictureMarks marks = marks_of(report_, report_.selected);
    std::vector<ModuleId> out = wanted_modules(report_, marks);
    std::vector<bool> seen(graph_.module_count());
    for (const ModuleId m : out) seen[index(m)] = true;
    for (const ModuleRow& row : report_.modules)
      if (!seen[index(row.module)]) out.push_back(row.module);
    return out;
  }

  Picture versions() const {
    std::vector<NodeId> starts(graph_.mains().begin(), graph_.mains().end());
    if (options_.focus) starts = {*options_.focus};
    std::vector<NodeId> scope = neighbourhood<NodeId>(
        graph_.requirements(), starts, options_.direction, options_.depth);
    std::erase_if(scope, [&](NodeId n) {
      return graph_.kind(graph_.module_of(n)) != ModuleKind::kModule;
    });
    VersionPictureBuilder builder(graph_, options_.limits);
    for (const NodeId n : scope)
      if (builder.base().fits(1, 0)) builder.box(n);
    for (const NodeId n : scope)
      if (builder.has(n)) add_requirements(n, builder);
    if (options_.focus)
      builder.base().box(builder.box(*options_.focus)).in_question = true;
    builder.base().hide(count_reserved(graph_), "version of go and toolchain",
                        "versions of go and toolchain");
    builder.count_hidden();
    const std::size_t drawn = builder.base().box_count();
    return std::move(builder).picture(
        {}, fmt::format("{} of {} module versions", drawn,
                        report_.counts.module_versions));
  }

  void add_requirements(NodeId n, VersionPictureBuilder& builder) const {
    for (const NodeId to : graph_.requirements(n))
      if (to != n && builder.has(to)) builder.add_chain(std::vector{n, to});
  }

  std::string title() const {
    if (!options_.focus) return overview_title(report_);
    const std::string what = options_.all_versions
                                 ? graph_.name(*options_.focus)
                                 : std::string(graph_.path(*options_.focus));
    std::string out = options_.direction == Direction::kDependencies
                          ? "What " + what + " requires"
                          : "What requires " + what;
    if (options_.depth != kAnyDepth)
      out += fmt::format(", up to {} step{} away", options_.depth,
                         options_.depth == 1 ? "" : "s");
    return out;
  }

  const Report& report_;
  const ModuleGraph& graph_;
  const GraphViewOptions& options_;
};

}  // namespace

Picture graph_view(const Report& report, const GraphViewOptions& options) {
  if (is_overview(options))
    return overview(report, {.max_boxes = options.limits.max_boxes,
                             .max_lines = options.limits.max_lines,
                             .chain = options.chain});
  return GraphView(report, options).draw();
}

}  // namespace modgraph
