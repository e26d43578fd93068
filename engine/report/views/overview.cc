#include "engine/report/views/overview.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/report/views/build_cards.h"
#include "engine/report/views/overview_clusters.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/overview_lines.h"
#include "engine/report/views/overview_marks.h"
#include "engine/report/views/picture_box.h"
#include "engine/report/views/picture_source.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {
namespace {

// What is drawn so far.
struct DrawnWhole {
  DrawnBoxes boxes;
  std::vector<PictureLine> lines;
};

class Overview {
 public:
  Overview(const Report& report, const OverviewOptions& options)
      : report_(report),
        graph_(drawable_requirements(report)),
        components_(strongly_connected_components(graph_)),
        marks_(marks_of(report, graph_)),
        chain_(options.chain),
        max_boxes_(options.max_boxes),
        max_lines_(options.max_lines == 0 ? 2 * options.max_boxes
                                          : options.max_lines),
        comfortable_(std::min(options.comfortable_boxes, options.max_boxes)) {
    if (!chain_) forget_chain(marks_);
  }

  Picture draw() const {
    DrawnWhole chosen = choose();
    if (chosen.boxes.count() == 0)
      return titled(build_cards(report_, marks_, max_boxes_));
    Picture out;
    const BoxMaker maker(report_, marks_);
    for (std::uint32_t i = 0; i < chosen.boxes.count(); ++i)
      out.boxes.push_back(maker.box(chosen.boxes[i]));
    const std::uint64_t drawn = count_modules(chosen.boxes);
    out.description = fmt::format("{} of {} modules in {} boxes", drawn,
                                  report_.counts.modules, chosen.boxes.count());
    if (chain_)
      out.description += fmt::format("; longest chain: {} modules",
                                     report_.critical_path.length);
    out.hidden = hidden(chosen, drawn);
    out.lines = std::move(chosen.lines);
    list_findings(report_, out);
    return titled(std::move(out));
  }

 private:
  Picture titled(Picture out) const {
    out.title = overview_title(report_);
    out.source = picture_source(report_.inputs);
    return out;
  }

  // The reduction, step by step; each is taken only if the one before leaves
  // too much.
  DrawnWhole choose() const {
    DrawnBoxes all = every_module(report_);
    if (max_boxes_ == 0 || all.count() <= max_boxes_) {
      std::vector<PictureLine> lines = with_links_to_all(
          report_.graph, all,
          every_line(report_.selected, components_, all, marks_));
      if (max_boxes_ == 0 || lines.size() <= max_lines_)
        return {std::move(all), std::move(lines)};
      lines = reduced(all);
      if (lines.size() <= max_lines_) return {std::move(all), std::move(lines)};
    }
    if (chain_) return chosen_modules();
    return {DrawnBoxes(report_.graph.module_count()), {}};  // cards
  }

  // Boxes for what matters, clustered as far as necessary; then for what is
  // heavy, as long as there is room.
  DrawnWhole chosen_modules() const {
    std::vector<ModuleId> wanted = wanted_modules(report_, marks_);
    Clustering clustering = Clustering::kLargeCycles;
    DrawnWhole chosen = clustered(wanted, clustering);
    while (clustering != Clustering::kOrganisations && !fits(chosen)) {
      clustering = static_cast<Clustering>(static_cast<int>(clustering) + 1);
      chosen = clustered(wanted, clustering);
    }
    std::vector<ModuleId> heavy = heavy_modules(report_, graph_);
    std::erase_if(heavy, [&](ModuleId m) { return chosen.boxes.has(m); });
    const std::size_t boxes = chosen.boxes.count();
    std::size_t room = comfortable_ - std::min(comfortable_, boxes);
    for (room = std::min(room, heavy.size()); room > 0; room /= 2) {
      std::vector<ModuleId> both = wanted;
      both.insert(both.end(), heavy.begin(),
                  heavy.begin() + static_cast<std::ptrdiff_t>(room));
      DrawnWhole more = clustered(both, clustering);
      if (fits(more)) return more;
    }
    return chosen;
  }

  DrawnWhole clustered(const std::vector<ModuleId>& wanted,
                       Clustering clustering) const {
    DrawnBoxes boxes = boxes_for(
        report_, components_, marks_, wanted, clustering,
        clustering == Clustering::kOrganisations ? max_boxes_ : kNoLimit);
    std::vector<PictureLine> lines = reduced(boxes);
    return {std::move(boxes), std::move(lines)};
  }

  bool fits(const DrawnWhole& chosen) const {
    return chosen.boxes.count() <= max_boxes_ &&
           chosen.lines.size() <= max_lines_;
  }

  std::vector<PictureLine> reduced(const DrawnBoxes& boxes) const {
    const std::uint64_t bits =
        std::uint64_t{boxes.count()} *
        (std::uint64_t{boxes.count()} + components_.count());
    return with_links_to_all(
        report_.graph, boxes,
        bits <= kReachBits ? reduced_lines(graph_, components_, boxes, marks_)
                           : every_line(graph_, components_, boxes, marks_));
  }

  static std::uint64_t count_modules(const DrawnBoxes& boxes) {
    std::uint64_t count = 0;
    for (std::uint32_t i = 0; i < boxes.count(); ++i)
      count += boxes[i].members.size();
    return count;
  }

  // In the order of the reduction.
  std::vector<Hidden> hidden(const DrawnWhole& chosen,
                             std::uint64_t drawn) const {
    std::vector<Hidden> out;
    const auto add = [&](std::uint64_t count, std::string_view one,
                         std::string_view many) {
      if (count > 0)
        out.push_back({count, std::string(count == 1 ? one : many)});
    };
    std::uint64_t reserved = 0;  // versions of go and toolchain
    for (const ModuleId m : report_.graph.modules())
      if (report_.graph.kind(m) != ModuleKind::kModule)
        reserved += report_.graph.versions(m).size();
    add(reserved, "version of go and toolchain",
        "versions of go and toolchain");
    add(report_.counts.module_versions - report_.counts.modules,
        "unselected version", "unselected versions");
    add(count_without_line(report_.selected, chosen.boxes, chosen.lines),
        "requirement that a longer path implies",
        "requirements that longer paths imply");
    add(report_.counts.modules - drawn, "other module", "other modules");
    return out;
  }

  const Report& report_;
  Digraph<ModuleId> graph_;
  Components<ModuleId> components_;
  PictureMarks marks_;
  bool chain_;
  std::size_t max_boxes_;
  std::size_t max_lines_;
  std::size_t comfortable_;
};

}  // namespace

std::string overview_title(const Report& report) {
  std::string mains;
  for (const std::string& main : report.main_modules)
    mains += (mains.empty() ? "" : ", ") + main;
  if (report.main_modules.size() > 2)
    mains = fmt::format("{} and {} more main modules", report.main_modules[0],
                        report.main_modules.size() - 1);
  return fmt::format("{}: {} modules", mains, report.counts.modules);
}

Picture overview(const Report& report, const OverviewOptions& options) {
  return Overview(report, options).draw();
}

}  // namespace modgraph
