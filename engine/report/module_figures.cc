#include "engine/report/module_figures.h"

namespace modgraph {
namespace {

// 0 is what no main module reaches; an empty array, what is not known.
std::optional<std::uint32_t> weight_of(
    const std::vector<std::uint32_t>& exclusive, ModuleId module) {
  if (exclusive.empty() || exclusive[index(module)] == 0) return std::nullopt;
  return exclusive[index(module)];
}

}  // namespace

ModuleFigures figures_of(const Report& report, ModuleId module) {
  ModuleFigures out;
  out.dependencies =
      static_cast<std::uint32_t>(report.selected.dependencies(module).size());
  out.dependents =
      static_cast<std::uint32_t>(report.selected.dependents(module).size());
  if (report.reach) {
    out.reaches = report.reach->reaches[index(module)];
    out.reached_by = report.reach->reached_by[index(module)];
  }
  out.exclusive = weight_of(report.exclusive, module);
  out.exclusive_deep = weight_of(report.exclusive_deep, module);
  const std::uint64_t slack = report.critical_path.slack[index(module)];
  if (slack != CriticalPath::kUnreached) out.slack = slack;
  return out;
}

}  // namespace modgraph
