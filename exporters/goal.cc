#include "exporters/goal.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/printable.h"
#include "exporters/json_text.h"
#include "exporters/name_list.h"
#include "exporters/suggest.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxSets = 5;
constexpr std::size_t kMaxNames = 10;

void put_names(Sink& out, const std::vector<std::string>& names) {
  const std::size_t shown = std::min(kMaxNames, names.size());
  for (std::size_t i = 0; i < shown; ++i)
    out.put("    ").put(printable(names[i])).put("\n");
  if (shown < names.size())
    out.put(fmt::format("    and {} more\n", names.size() - shown));
}

void put_not_reached(Sink& out, const GoalAnswer& a) {
  if (!a.stopped_early)
    out.put("no set of edits of the main modules reaches it\n");
  else if (a.complete_to == 0)
    out.put("the search had to stop before all single edits were tried\n");
  else
    out.put(fmt::format(
        "no set of up to {} edit{} reaches it; larger ones were not all "
        "tried\n",
        a.complete_to, a.complete_to == 1 ? "" : "s"));
  if (!a.deciders.empty()) {
    out.put("  these ask for it and would have to change\n");
    put_names(out, a.deciders);
  }
  for (const std::vector<std::string>& chain : a.in_the_way) {
    out.put("  in the way\n");
    put_names(out, chain);
  }
}

}  // namespace

void write_goal_text(const GoalAnswer& a, Sink& out) {
  if (a.holds_already) {
    out.put(fmt::format("{}: it is so already\n", printable(a.goal)));
    return;
  }
  if (a.sets.empty()) {
    put_not_reached(out, a);
  } else {
    const std::size_t size = a.sets.front().edits.size();
    out.put(fmt::format("{}: {} edit{}, {}; {} way{}\n", printable(a.goal),
                        size, size == 1 ? "" : "s",
                        a.stopped_early || a.repaired
                            ? "the fewest among those that could be tried"
                            : "fewer do not do",
                        a.sets.size(), a.sets.size() == 1 ? "" : "s"));
    const std::size_t shown = std::min(kMaxSets, a.sets.size());
    for (std::size_t i = 0; i < shown; ++i) put_wish(out, a.sets[i]);
    if (shown < a.sets.size())
      out.put(
          fmt::format("  and {} more ways (--json)\n", a.sets.size() - shown));
    if (a.applied) out.put("applied the first\n");
  }
  out.put(fmt::format("{} set{} of edits resolved{}\n", a.trials,
                      a.trials == 1 ? "" : "s",
                      a.stopped_early ? "; stopped early (--max-trials)" : ""));
}

void write_goal_json(const GoalAnswer& a, Sink& out) {
  out.put("{\"schema_version\": 1, \"goal\": ");
  put_json_string(out, a.goal);
  out.put(fmt::format(", \"holds_already\": {}, \"sets\": [", a.holds_already));
  Separator comma(",\n ");
  for (const SuggestedFix& s : a.sets) {
    comma.put(out);
    put_json_suggestion(out, s, true);
  }
  out.put(fmt::format(
      "], \"trials\": {}, \"complete_to\": {}, \"stopped_early\": {}, "
      "\"lines_are_raised\": {}, \"asked_for_by\": ",
      a.trials, a.complete_to, a.stopped_early, a.repaired));
  put_json_strings(out, a.deciders);
  out.put(", \"in_the_way\": [");
  Separator between;
  for (const std::vector<std::string>& chain : a.in_the_way) {
    between.put(out);
    put_json_strings(out, chain);
  }
  out.put(fmt::format("], \"applied\": {}}}\n", a.applied));
}

}  // namespace modgraph
