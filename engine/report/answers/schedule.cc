#include "engine/report/answers/schedule.h"

#include <algorithm>

namespace modgraph {
namespace {

// Modules by number; behind them the standard library, the steps of the build
// as a whole, and packages of no module.
std::size_t row_of(const ModuleGraph& graph, const PackageHome& home) {
  switch (home.origin) {
    case PackageOrigin::kModule:
      return index(home.module);
    case PackageOrigin::kStandard:
      return graph.module_count();
    case PackageOrigin::kBuild:
      return graph.module_count() + 1;
    case PackageOrigin::kUnknown:
      break;
  }
  return graph.module_count() + 2;
}

ActionOwner owner_at(const ModuleGraph& graph, std::size_t row) {
  if (row < graph.module_count()) {
    const ModuleId m{static_cast<std::uint32_t>(row)};
    return {m, graph.name(graph.selected(m))};
  }
  if (row == graph.module_count()) return {std::nullopt, "standard library"};
  return {std::nullopt, row == graph.module_count() + 1 ? "build" : "unknown"};
}

}  // namespace

ScheduleByModule schedule_by_module(const ModuleGraph& graph,
                                    const BuildTimings& timings,
                                    const ModuleTimings& homes) {
  ScheduleByModule out;
  out.schedule = build_schedule(timings);
  std::vector<ScheduleShare> shares(graph.module_count() + 3);
  for (std::size_t a = 0; a < timings.actions.size(); ++a) {
    ScheduleShare& share = shares[row_of(graph, homes.home[a])];
    const std::uint64_t slack = out.schedule.slack[a];
    share.slack = share.actions++ == 0 ? slack : std::min(share.slack, slack);
    share.total += timings.actions[a].duration;
  }
  for (const std::uint32_t a : out.schedule.path) {
    const std::size_t row = row_of(graph, homes.home[a]);
    shares[row].on_path += timings.actions[a].duration;
    out.path_owners.push_back(owner_at(graph, row));
  }
  for (std::size_t row = 0; row < shares.size(); ++row) {
    if (shares[row].actions == 0) continue;
    shares[row].owner = owner_at(graph, row);
    out.shares.push_back(std::move(shares[row]));
  }
  std::stable_sort(out.shares.begin(), out.shares.end(),
                   [](const ScheduleShare& a, const ScheduleShare& b) {
                     return a.on_path != b.on_path ? a.on_path > b.on_path
                                                   : a.total > b.total;
                   });
  return out;
}

}  // namespace modgraph
