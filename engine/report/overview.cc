#include "engine/report/overview.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "engine/report/overview_graph.h"

namespace modgraph {
namespace {

using GroupLine = Edge<std::uint32_t>;

constexpr std::size_t kCollapseFrom = 4;

class Overview {
 public:
  Overview(const Report& report, const OverviewOptions& options)
      : report_(report),
        options_(options),
        graph_(drawable_requirements(report)),
        rows_(report.graph.module_count()) {
    for (const ModuleRow& row : report.modules) rows_[index(row.module)] = &row;
    const bool small =
        options.max_boxes == 0 || report.modules.size() <= options.max_boxes;
    groups_ = group_cycles(graph_, small ? 0 : kCollapseFrom);
    limit_ =
        small ? std::numeric_limits<std::size_t>::max() : options.max_boxes;
  }

  Picture draw() {
    mark_findings();
    mark_cycles_and_path();
    choose();
    lines_ = options_.max_boxes == 0
                 ? all_lines()
                 : reduced_lines(graph_, groups_, chosen_, special_lines());
    boxes_and_lines();
    words();
    return std::move(out_);
  }

 private:
  std::uint32_t group(ModuleId m) const { return groups_.of[index(m)]; }
  std::optional<std::uint32_t> group(std::string_view path) const {
    const auto m = report_.graph.find(path);
    if (!m) return std::nullopt;
    return group(*m);
  }
  static std::string_view path_of(std::string_view name) {
    return name.substr(0, name.find('@'));
  }

  void mark_findings() {
    mark_.resize(groups_.members.size());
    for (const Finding& f : report_.findings) {
      if (f.level == Level::kNote || f.suppressed) continue;
      for (const Subject& s : f.subjects)
        if (const auto g = group(s.module))
          mark_[*g] = std::max(mark_[*g].value_or(Level::kNote), f.level);
      forced_line(f);
    }
  }

  // The last requirement of the chain that raised a version.
  void forced_line(const Finding& f) {
    if (!f.change || f.witness.empty() || f.witness[0].size() < 2) return;
    const auto& chain = f.witness[0];
    const auto from = group(path_of(chain[chain.size() - 2]));
    const auto to = group(path_of(chain.back()));
    if (from && to && *from != *to)
      forced_.emplace_back(GroupLine{*from, *to},
                           f.change->from + " \u2192 " + f.change->to);
  }

  void mark_cycles_and_path() {
    in_cycle_.resize(groups_.members.size());
    for (const Cycle& c : report_.cycles) {
      // Path cycles run through versions that are not in the build.
      if (c.cycle_class == CycleClass::kPath) continue;
      const bool drawn =
          std::all_of(c.members.begin(), c.members.end(),
                      [&](NodeId n) { return report_.graph.is_selected(n); });
      if (!drawn) continue;
      for (const NodeId n : c.members)
        in_cycle_[group(report_.graph.module_of(n))] = true;
      for (const Edge<NodeId>& e : c.break_edges)
        closing_.push_back({group(report_.graph.module_of(e.from)),
                            group(report_.graph.module_of(e.to))});
    }
    const auto& path = report_.critical_path.path;
    for (std::size_t i = 0; i < path.size(); ++i) {
      for (const ModuleId m : path[i]) on_path_.push_back(group(m));
      if (i > 0) path_lines(path[i - 1], path[i]);
    }
    std::sort(on_path_.begin(), on_path_.end());
  }

  // One requirement that leads from a component of the path to the next.
  void path_lines(const std::vector<ModuleId>& from,
                  const std::vector<ModuleId>& to) {
    for (const ModuleId m : from)
      for (const ModuleId n : graph_.dependencies(m))
        if (std::binary_search(to.begin(), to.end(), n)) {
          critical_.push_back({group(m), group(n)});
          return;
        }
  }

  // Which groups are drawn: in order of importance, each with a chain of
  // groups that leads to it, as long as there is room.
  void choose() {
    const std::vector<std::uint32_t> before = breadth_first();
    std::vector<bool> taken(groups_.members.size());
    std::vector<std::uint32_t> chain;
    for (const std::uint32_t wanted : by_importance()) {
      chain.clear();
      for (auto g = wanted; g != kNobody && !taken[g]; g = before[g])
        chain.push_back(g);
      if (chosen_.size() + chain.size() > limit_) continue;
      for (const std::uint32_t g : chain) {
        taken[g] = true;
        chosen_.push_back(g);
      }
    }
    std::sort(chosen_.begin(), chosen_.end());
  }

  static constexpr std::uint32_t kNobody = 0xffffffff;

  // By group: the one before it on a shortest chain from a main module.
  std::vector<std::uint32_t> breadth_first() const {
    std::vector<std::uint32_t> before(groups_.members.size(), kNobody);
    std::vector<bool> seen(groups_.members.size());
    std::vector<std::uint32_t> queue;
    for (const NodeId n : report_.graph.mains()) {
      queue.push_back(group(report_.graph.module_of(n)));
      seen[queue.back()] = true;
    }
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const ModuleId m : groups_.members[queue[i]])
        for (const ModuleId to : graph_.dependencies(m))
          if (const auto g = group(to); !seen[g]) {
            seen[g] = true;
            before[g] = queue[i];
            queue.push_back(g);
          }
    return before;
  }

  std::vector<std::uint32_t> by_importance() const {
    struct Rank {
      int kind;              // smaller is more important
      std::uint64_t brings;  // modules that it alone brings in
      std::uint64_t wanted;  // modules that need it
      std::uint32_t group;
    };
    std::vector<Rank> ranks;
    for (std::uint32_t g = 0; g < groups_.members.size(); ++g) {
      Rank rank{5, 0, 0, g};
      for (const ModuleId m : groups_.members[g]) {
        const ModuleRow* row = rows_[index(m)];
        if (row == nullptr) continue;  // go or toolchain
        rank.kind = std::min(rank.kind, row->main             ? 0
                                        : row->direct == true ? 3
                                                              : 4);
        rank.brings =
            std::max<std::uint64_t>(rank.brings, row->exclusive.value_or(0));
        rank.wanted += row->dependents;
      }
      if (rank.kind == 5) continue;
      if (rank.kind > 0 && mark_[g]) rank.kind = 1;
      if (rank.kind > 1 && is_critical(g)) rank.kind = 2;
      ranks.push_back(rank);
    }
    std::sort(ranks.begin(), ranks.end(), [](const Rank& a, const Rank& b) {
      if (a.kind != b.kind) return a.kind < b.kind;
      if (a.brings != b.brings) return a.brings > b.brings;
      if (a.wanted != b.wanted) return a.wanted > b.wanted;
      return a.group < b.group;
    });
    std::vector<std::uint32_t> out;
    for (const Rank& rank : ranks) out.push_back(rank.group);
    return out;
  }

  bool is_critical(std::uint32_t g) const {
    return std::binary_search(on_path_.begin(), on_path_.end(), g);
  }

  std::vector<GroupLine> special_lines() const {
    std::vector<GroupLine> out = critical_;
    out.insert(out.end(), closing_.begin(), closing_.end());
    for (const auto& [line, text] : forced_) out.push_back(line);
    return out;
  }

  std::vector<GroupLine> all_lines() const {
    std::vector<GroupLine> out;
    for (const ModuleId m : graph_.vertices())
      for (const ModuleId to : graph_.dependencies(m))
        if (group(m) != group(to)) out.push_back({group(m), group(to)});
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void boxes_and_lines() {
    std::vector<std::uint32_t> place(groups_.members.size(), kNobody);
    for (const std::uint32_t g : chosen_) {
      place[g] = static_cast<std::uint32_t>(out_.boxes.size());
      out_.boxes.push_back(box(g));
      for (const ModuleId m : groups_.members[g])
        drawn_modules_ += rows_[index(m)] != nullptr ? 1u : 0u;
    }
    std::size_t special = 0;
    std::vector<PictureLine> plain;
    for (const GroupLine& line : lines_) {
      PictureLine drawn = picture_line(line);
      drawn.from = place[line.from];
      drawn.to = place[line.to];
      const bool says_more =
          drawn.in_cycle || drawn.on_critical_path || !drawn.forced.empty();
      special += says_more ? 1u : 0u;
      (says_more ? out_.lines : plain).push_back(std::move(drawn));
    }
    // Plain lines fill what room there is.
    std::size_t room = plain.size();
    if (options_.max_boxes != 0 && limit_ == options_.max_boxes)
      room = std::min(
          room, options_.max_lines - std::min(special, options_.max_lines));
    out_.lines.insert(out_.lines.end(), plain.begin(),
                      plain.begin() + static_cast<std::ptrdiff_t>(room));
  }

  PictureLine picture_line(const GroupLine& line) const {
    PictureLine out;
    out.closes_cycle = contains(closing_, line);
    out.in_cycle =
        out.closes_cycle || (in_cycle_[line.from] && in_cycle_[line.to] &&
                             std::binary_search(lines_.begin(), lines_.end(),
                                                GroupLine{line.to, line.from}));
    out.on_critical_path = contains(critical_, line);
    for (const auto& [forced, text] : forced_)
      if (forced == line) out.forced = text;
    return out;
  }

  static bool contains(const std::vector<GroupLine>& lines,
                       const GroupLine& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  }

  PictureBox box(std::uint32_t g) const {
    const auto& members = groups_.members[g];
    const ModuleRow& row = *rows_[index(members.front())];
    PictureBox out;
    out.name = std::string(report_.graph.path(members.front()));
    out.mark = mark_[g];
    out.in_cycle = in_cycle_[g];
    out.on_critical_path = is_critical(g);
    if (members.size() > 1) {
      out.kind = BoxKind::kGroup;
      out.version = fmt::format("and {} more in a cycle", members.size() - 1);
      for (const ModuleId m : members)
        out.about += fmt::format("{}{}", out.about.empty() ? "" : ", ",
                                 report_.graph.path(m));
      return out;
    }
    out.kind = row.main             ? BoxKind::kMain
               : row.direct == true ? BoxKind::kDirect
                                    : BoxKind::kIndirect;
    out.version = std::string(report_.graph.version(row.selected));
    for (const NodeId n : report_.graph.versions(row.module))
      out.other_versions +=
          n != row.selected && !report_.graph.requirers(n).empty() ? 1u : 0u;
    if (row.replaced_by)
      out.replaced_by =
          row.replaced_by->version.empty()
              ? row.replaced_by->path
              : row.replaced_by->path + "@" + row.replaced_by->version;
    out.about = fmt::format("requires {} modules, required by {}",
                            row.dependencies, row.dependents);
    if (row.exclusive.value_or(0) > 1)
      out.about +=
          fmt::format("; {} modules come with it alone", *row.exclusive - 1);
    return out;
  }

  void words() {
    const Counts& counts = report_.counts;
    std::string mains;
    for (const std::string& main : report_.main_modules)
      mains += (mains.empty() ? "" : ", ") + main;
    if (report_.main_modules.size() > 2)
      mains = fmt::format("{} and {} more", report_.main_modules[0],
                          report_.main_modules.size() - 1);
    out_.title = fmt::format("{}: {} modules", mains, counts.modules);
    out_.description = fmt::format(
        "{} of {} modules of the build and {} of {} requirements between them; "
        "longest chain {}",
        drawn_modules_, counts.modules, out_.lines.size(),
        report_.selected.edge_count(), report_.critical_path.length);
    if (counts.modules > drawn_modules_)
      out_.hidden.push_back({counts.modules - drawn_modules_, "modules"});
    if (report_.selected.edge_count() > out_.lines.size())
      out_.hidden.push_back(
          {report_.selected.edge_count() - out_.lines.size(),
           "requirements, of hidden modules or implied by others"});
    for (const InputDigest& input : report_.inputs)
      if (out_.source.empty())
        out_.source =
            fmt::format("{} sha256:{}", input.path, input.sha256.substr(0, 16));
  }

  const Report& report_;
  const OverviewOptions& options_;
  Digraph<ModuleId> graph_;
  std::vector<const ModuleRow*> rows_;  // by module; null: go and toolchain
  Groups groups_;
  std::size_t limit_ = 0;

  std::vector<std::optional<Level>> mark_;  // by group
  std::vector<bool> in_cycle_;              // by group
  std::vector<std::uint32_t> on_path_;
  std::vector<GroupLine> critical_;
  std::vector<GroupLine> closing_;
  std::vector<std::pair<GroupLine, std::string>> forced_;

  std::vector<std::uint32_t> chosen_;
  std::vector<GroupLine> lines_;
  std::uint64_t drawn_modules_ = 0;
  Picture out_;
};

}  // namespace

Picture overview(const Report& report, const OverviewOptions& options) {
  return Overview(report, options).draw();
}

}  // namespace modgraph
