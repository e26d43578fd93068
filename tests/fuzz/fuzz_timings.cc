// Any bytes as the timings of a build: what the header promises holds, and a
// schedule of it is one, or errors point into the text and say what to do.

#include <string_view>

#include "engine/analysis/build/build_schedule.h"
#include "engine/model/module_path.h"
#include "importers/timings/timings.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

void check_actions(const BuildTimings& timings) {
  const BuildSchedule schedule = build_schedule(timings);
  must(schedule.slack.size() == timings.actions.size());
  must(schedule.length <= schedule.total);
  std::uint64_t on_path = 0;
  for (const std::uint32_t a : schedule.path) {
    must(schedule.slack[a] == 0);
    on_path += timings.actions[a].duration;
  }
  must(on_path == schedule.length);
  for (const BuildAction& action : timings.actions)
    for (const std::uint32_t need : action.needs)
      must(need < timings.actions.size());
}

void check(std::string_view text) {
  const auto timings = parse_timings("fuzz", text);
  if (!timings) return check_placed_errors(timings.error(), text);
  must(timings->actions.empty() != timings->modules.empty());
  check_actions(*timings);
  int line = 0;
  for (const ModuleDuration& m : timings->modules) {
    must(!check_import_path(m.path));
    must(m.line > line);
    line = m.line;
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph
