#include "importers/action_graph.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "importers/action_graph_reader.h"
#include "importers/text_position.h"

namespace modgraph {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::uint64_t kMaxTotal = std::uint64_t{1} << 63;
// A build that takes longer than this is a clock that was set.
constexpr std::int64_t kMaxSeconds = std::int64_t{10} * 366 * 86'400;

using Recorded = std::vector<RecordedAction>;

// Nanoseconds from one point to a later one; nothing when it is not later, or
// too much so.
std::optional<std::uint64_t> span_of(const PointInTime& from,
                                     const PointInTime& to) {
  if (to < from || to.seconds - from.seconds > kMaxSeconds) return std::nullopt;
  return static_cast<std::uint64_t>((to.seconds - from.seconds) * kSecond +
                                    to.nanoseconds - from.nanoseconds);
}

// Go's zero time says that a step did not happen.
bool did_run(const RecordedAction& action) {
  constexpr std::int64_t kYearTwo = -62'104'060'800;
  return action.start.seconds >= kYearTwo && action.done.seconds >= kYearTwo;
}

std::string name_of(const RecordedAction& action) {
  return action.package.empty() ? action.mode
                                : action.mode + " " + action.package;
}

// IDs, ascending, with the place of their action.
using Places = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

std::optional<std::uint32_t> place_of(const Places& places, std::uint64_t id) {
  const auto found = std::lower_bound(places.begin(), places.end(),
                                      std::pair{id, std::uint32_t{0}});
  if (found == places.end() || found->first != id) return std::nullopt;
  return found->second;
}

// Turns what was recorded into timings, or says where it cannot be.
class Joiner {
 public:
  Joiner(std::string_view file, const Recorded& recorded)
      : recorded_(recorded) {
    out_.file = file;
  }

  tl::expected<BuildTimings, ActionGraphFault> join() && {
    if (recorded_.empty()) return wrong(0, "there is no action in this list");
    if (auto fault = number()) return tl::unexpected(std::move(*fault));
    for (const RecordedAction& action : recorded_)
      if (auto fault = add(action)) return tl::unexpected(std::move(*fault));
    if (const auto action = in_circle())
      return wrong(recorded_[*action].at,
                   fmt::format("action {} needs itself, by way of what it "
                               "needs",
                               out_.actions[*action].id));
    return std::move(out_);
  }

 private:
  static tl::unexpected<ActionGraphFault> wrong(std::size_t at,
                                                std::string message) {
    return tl::unexpected(ActionGraphFault{at, std::move(message)});
  }

  std::optional<ActionGraphFault> number() {
    std::optional<PointInTime> first;
    for (std::uint32_t i = 0; i < recorded_.size(); ++i) {
      const RecordedAction& action = recorded_[i];
      if (!action.id)
        return ActionGraphFault{action.at, "this action has no ID"};
      places_.emplace_back(*action.id, i);
      if (did_run(action) && (!first || action.start < *first))
        first = action.start;
    }
    start_ = first.value_or(PointInTime{});
    std::sort(places_.begin(), places_.end());
    for (std::size_t i = 1; i < places_.size(); ++i)
      if (places_[i].first == places_[i - 1].first)
        return ActionGraphFault{
            recorded_[places_[i].second].at,
            fmt::format("another action has the ID {} too", places_[i].first)};
    return std::nullopt;
  }

  std::optional<ActionGraphFault> add(const RecordedAction& action) {
    BuildAction& out = out_.actions.emplace_back();
    out.id = *action.id;
    out.mode = action.mode;
    out.package = action.package;
    if (did_run(action)) {
      const auto start = span_of(start_, action.start);
      const auto duration = span_of(action.start, action.done);
      if (!start || !duration)
        return ActionGraphFault{
            action.at, action.done < action.start
                           ? "this action is done before it starts: was the "
                             "clock set while it ran?"
                           : "the times of this build are years apart"};
      out.start = *start;
      out.duration = *duration;
      total_ += out.duration;
      if (total_ >= kMaxTotal)
        return ActionGraphFault{action.at,
                                "these actions take centuries together",
                                ErrorKind::kLimit};
    }
    for (const std::uint64_t id : action.deps) {
      if (const auto place = place_of(places_, id))
        out.needs.push_back(*place);
      else
        out_.missing.push_back({id, name_of(action), action.line});
    }
    std::sort(out.needs.begin(), out.needs.end());
    out.needs.erase(std::unique(out.needs.begin(), out.needs.end()),
                    out.needs.end());
    return std::nullopt;
  }

  // The first action that is on a circle, if there is one: who needs nothing
  // that is left is taken away until nobody can be.
  std::optional<std::uint32_t> in_circle() const {
    const std::vector<BuildAction>& actions = out_.actions;
    std::vector<std::uint32_t> needed(actions.size(), 0);
    for (const BuildAction& action : actions)
      for (const std::uint32_t need : action.needs) ++needed[need];
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < actions.size(); ++i)
      if (needed[i] == 0) open.push_back(i);
    for (std::size_t i = 0; i < open.size(); ++i)
      for (const std::uint32_t need : actions[open[i]].needs)
        if (--needed[need] == 0) open.push_back(need);
    if (open.size() == actions.size()) return std::nullopt;
    // What is left is needed by something that is left: going back that way
    // leads into a circle.
    std::vector<std::uint32_t> needed_by(actions.size());
    for (std::uint32_t i = 0; i < actions.size(); ++i)
      if (needed[i] > 0)
        for (const std::uint32_t need : actions[i].needs) needed_by[need] = i;
    auto at = static_cast<std::uint32_t>(
        std::find_if(needed.begin(), needed.end(),
                     [](std::uint32_t n) { return n > 0; }) -
        needed.begin());
    std::vector<bool> seen(actions.size(), false);
    while (!seen[at]) {
      seen[at] = true;
      at = needed_by[at];
    }
    return at;
  }

  const Recorded& recorded_;
  Places places_;
  PointInTime start_;
  std::uint64_t total_ = 0;
  BuildTimings out_;
};

}  // namespace

Result<BuildTimings> parse_action_graph(std::string_view file,
                                        std::string_view text) {
  const auto failed = [&](const ActionGraphFault& fault) {
    return fail(error_at(file, text, fault.at, fault.kind, fault.message,
                         "record it with `go build -a "
                         "-debug-actiongraph=actions.json ./...`"));
  };
  const auto recorded = read_action_graph(text);
  if (!recorded) return failed(recorded.error());
  auto joined = Joiner(file, *recorded).join();
  if (!joined) return failed(joined.error());
  return std::move(*joined);
}

}  // namespace modgraph
