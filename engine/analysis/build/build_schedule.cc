// What would a build with any number of processors have to wait for?
//
// The critical path method (J. Kelley and M. Walker, "Critical-path planning
// and scheduling", 1959) over the actions of a build, which are known to have
// no cycle: in topological order (A. Kahn, 1962) the longest chain that ends
// with each action, and backwards the longest that begins with it.
// O(actions + needs).
//
// head[a]: the longest chain up to action a, tail[a]: from it on; a included.
// Tested by build_schedule_test.cc, schedule_agreement_test.cc.

#include "engine/analysis/build/build_schedule.h"

#include <algorithm>
#include <optional>

namespace modgraph {
namespace {

using Actions = std::vector<BuildAction>;

// Every action after what it needs.
std::vector<std::uint32_t> in_order(const Actions& actions) {
  const auto count = static_cast<std::uint32_t>(actions.size());
  std::vector<std::uint32_t> open(count);  // needs that are not placed yet
  std::vector<std::uint32_t> begins(count + 2, 0);
  for (std::uint32_t a = 0; a < count; ++a) {
    open[a] = static_cast<std::uint32_t>(actions[a].needs.size());
    for (const std::uint32_t need : actions[a].needs) ++begins[need + 2];
  }
  for (std::size_t a = 2; a < begins.size(); ++a) begins[a] += begins[a - 1];
  std::vector<std::uint32_t> needed_by(begins.back());
  for (std::uint32_t a = 0; a < count; ++a)
    for (const std::uint32_t need : actions[a].needs)
      needed_by[begins[need + 1]++] = a;

  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (std::uint32_t a = 0; a < count; ++a)
    if (open[a] == 0) order.push_back(a);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t done = order[i];
    for (std::uint32_t n = begins[done]; n < begins[done + 1]; ++n)
      if (--open[needed_by[n]] == 0) order.push_back(needed_by[n]);
  }
  return order;
}

std::uint64_t longest(const std::vector<std::uint64_t>& lengths) {
  return lengths.empty() ? 0
                         : *std::max_element(lengths.begin(), lengths.end());
}

// Back from the end of a longest chain to the first action that takes time.
std::vector<std::uint32_t> longest_chain(
    const Actions& actions, const std::vector<std::uint64_t>& head) {
  std::vector<std::uint32_t> path;
  const auto last = std::max_element(head.begin(), head.end());
  if (last == head.end() || *last == 0) return path;
  std::optional<std::uint32_t> at =
      static_cast<std::uint32_t>(last - head.begin());
  while (at) {
    path.push_back(*at);
    const std::uint64_t before = head[*at] - actions[*at].duration;
    std::optional<std::uint32_t> next;
    for (const std::uint32_t need : actions[*at].needs)
      if (before > 0 && head[need] == before && (!next || need < *next))
        next = need;
    at = next;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

BuildSchedule build_schedule(const BuildTimings& timings) {
  const Actions& actions = timings.actions;
  const std::vector<std::uint32_t> order = in_order(actions);
  std::vector<std::uint64_t> head(actions.size(), 0);
  std::vector<std::uint64_t> tail(actions.size(), 0);
  for (const std::uint32_t a : order) {
    for (const std::uint32_t need : actions[a].needs)
      head[a] = std::max(head[a], head[need]);
    head[a] += actions[a].duration;
  }
  for (auto a = order.rbegin(); a != order.rend(); ++a) {
    tail[*a] += actions[*a].duration;
    for (const std::uint32_t need : actions[*a].needs)
      tail[need] = std::max(tail[need], tail[*a]);
  }

  BuildSchedule out;
  out.length = longest(head);
  out.path = longest_chain(actions, head);
  for (std::size_t a = 0; a < actions.size(); ++a) {
    const BuildAction& action = actions[a];
    out.total += action.duration;
    out.elapsed = std::max(out.elapsed, action.start + action.duration);
    out.slack.push_back(out.length - (head[a] + tail[a] - action.duration));
  }
  return out;
}

}  // namespace modgraph
