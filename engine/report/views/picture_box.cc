#include "engine/report/views/picture_box.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/counted.h"
#include "engine/model/organisation.h"
#include "engine/report/module_figures.h"

namespace modgraph {
namespace {

constexpr std::size_t kNamesInTooltip = 40;

BoxKind kind_of(const ModuleRow& row) {
  if (row.main) return BoxKind::kMain;
  if (!row.direct) return BoxKind::kModule;
  return *row.direct ? BoxKind::kDirect : BoxKind::kIndirect;
}

std::string replacement(const ModuleVersion& by) {
  return by.version.empty() ? by.path : by.path + "@" + by.version;
}

std::string about(const ModuleFigures& figures) {
  std::string out =
      fmt::format("requires {}, required by {}",
                  counted(figures.dependencies, "module"), figures.dependents);
  if (figures.exclusive.value_or(0) > 1)
    out += fmt::format("; it alone brings in {}",
                       counted(*figures.exclusive - 1, "module"));
  return out;
}

}  // namespace

BoxMaker::BoxMaker(const Report& report, const PictureMarks& marks)
    : report_(report), marks_(marks), rows_(report.graph.module_count()) {
  for (const ModuleRow& row : report.modules) rows_[index(row.module)] = &row;
}

PictureBox BoxMaker::box(const DrawnBox& drawn) const {
  PictureBox out = drawn.scope == BoxScope::kModule
                       ? module_box(drawn.members[0])
                       : group_box(drawn);
  for (const ModuleId m : drawn.members) {
    out.mark = std::max(out.mark, marks_.level[index(m)]);
    const auto& found = marks_.findings[index(m)];
    out.findings.insert(out.findings.end(), found.begin(), found.end());
    out.in_cycle = out.in_cycle || marks_.in_cycle[index(m)];
    out.on_critical_path =
        out.on_critical_path || marks_.on_critical_path[index(m)];
  }
  return out;
}

PictureBox BoxMaker::module_box(ModuleId module) const {
  const ModuleRow& row = *rows_[index(module)];
  PictureBox out;
  out.name = std::string(report_.graph.path(module));
  out.kind = kind_of(row);
  out.version = std::string(report_.graph.version(row.selected));
  for (const NodeId n : report_.graph.versions(module))
    out.other_versions +=
        n != row.selected && !report_.graph.requirers(n).empty() ? 1U : 0U;
  if (row.replaced_by) out.replaced_by = replacement(*row.replaced_by);
  out.about = about(figures_of(report_, module));
  return out;
}

PictureBox BoxMaker::group_box(const DrawnBox& drawn) const {
  const std::string_view first = report_.graph.path(drawn.members[0]);
  const std::size_t count = drawn.members.size();
  PictureBox out;
  out.kind = BoxKind::kGroup;
  out.modules = static_cast<std::uint32_t>(count);
  if (drawn.scope == BoxScope::kCycle)
    out.name = counted(count, "module") + " in a cycle";
  else if (drawn.scope == BoxScope::kOrganisation)
    out.name =
        fmt::format("{}: {}", organisation_of(first), counted(count, "module"));
  else if (drawn.scope == BoxScope::kRepository)
    out.name =
        fmt::format("{}: {}", repository_of(first), counted(count, "module"));
  else
    out.name = fmt::format("{} more modules", count);
  for (std::size_t i = 0; i < std::min(count, kNamesInTooltip); ++i)
    out.about += fmt::format("{}{}", i == 0 ? "" : ", ",
                             report_.graph.path(drawn.members[i]));
  if (count > kNamesInTooltip)
    out.about += fmt::format(" and {} more", count - kNamesInTooltip);
  return out;
}

}  // namespace modgraph
