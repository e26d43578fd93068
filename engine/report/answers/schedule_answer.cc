#include "engine/report/answers/schedule_answer.h"

#include <algorithm>
#include <limits>

#include "engine/analysis/build/build_schedule.h"

namespace modgraph {
namespace {

// Modules by number; behind them the standard library, the steps of the build
// as a whole, and packages of no module.
std::size_t place_of(const ModuleGraph& graph, const PackageHome& home) {
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

std::string name_at(const ModuleGraph& graph, std::size_t place) {
  if (place < graph.module_count())
    return graph.name(
        graph.selected(ModuleId{static_cast<std::uint32_t>(place)}));
  if (place == graph.module_count()) return "standard library";
  return place == graph.module_count() + 1 ? "the build as a whole"
                                           : "unknown modules";
}

}  // namespace

ScheduleAnswer schedule_answer(const ModuleGraph& graph,
                               const BuildTimings& timings,
                               const ModuleTimings& homes) {
  const BuildSchedule schedule = build_schedule(timings);
  ScheduleAnswer out;
  out.length = schedule.length;
  out.total = schedule.total;
  out.elapsed = schedule.elapsed;

  std::vector<ScheduleShare> shares(graph.module_count() + 3);
  for (std::size_t a = 0; a < timings.actions.size(); ++a) {
    ScheduleShare& share = shares[place_of(graph, homes.home[a])];
    share.slack = share.actions++ == 0
                      ? schedule.slack[a]
                      : std::min(share.slack, schedule.slack[a]);
    share.total += timings.actions[a].duration;
  }
  for (const std::uint32_t a : schedule.path) {
    const BuildAction& action = timings.actions[a];
    const std::size_t place = place_of(graph, homes.home[a]);
    shares[place].on_path += action.duration;
    out.path.push_back(
        {action.mode, action.package, name_at(graph, place), action.duration});
  }
  for (std::size_t place = 0; place < shares.size(); ++place) {
    if (shares[place].actions == 0) continue;
    shares[place].name = name_at(graph, place);
    out.shares.push_back(std::move(shares[place]));
  }
  std::stable_sort(out.shares.begin(), out.shares.end(),
                   [](const ScheduleShare& a, const ScheduleShare& b) {
                     return a.on_path != b.on_path ? a.on_path > b.on_path
                                                   : a.total > b.total;
                   });
  return out;
}

}  // namespace modgraph
