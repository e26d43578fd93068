#include "importers/timings/action_graph.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "importers/json/json_trace.h"
#include "importers/module_cache/rfc3339.h"
#include "importers/text_position.h"

namespace modgraph {
namespace {

// ------------------------------------------------------- the list as it is

// Where an action graph is wrong, and what to do about it.
struct ActionGraphFault {
  std::size_t at = 0;  // byte
  std::string message;
  ErrorKind kind = ErrorKind::kInput;
};

// One object. Fields that do not matter here are skipped.
struct RecordedAction {
  std::size_t at = 0;  // its first byte
  int line = 0;        // of that
  std::optional<std::uint64_t> id;
  std::string mode;
  std::string package;
  std::vector<std::uint64_t> deps;
  PointInTime start, done;  // Go's zero time: it did not run
};

using Json = nlohmann::json;

enum class Field : std::uint8_t {
  kIgnored,
  kId,
  kMode,
  kPackage,
  kDeps,
  kTimeStart,
  kTimeDone,
};

struct FieldRow {
  std::string_view name;
  Field field;
  std::string_view wants;
};

constexpr std::array kFields = {
    FieldRow{"ID", Field::kId, "a number"},
    FieldRow{"Mode", Field::kMode, "a string"},
    FieldRow{"Package", Field::kPackage, "a string"},
    FieldRow{"Deps", Field::kDeps, "a list of numbers"},
    FieldRow{"TimeStart", Field::kTimeStart, "a time"},
    FieldRow{"TimeDone", Field::kTimeDone, "a time"},
};

// Takes what the library's parser finds. Depth 1 is inside the list, 2 inside
// of an action, 3 inside of one of its fields.
class ActionReader {
 public:
  explicit ActionReader(std::string_view text)
      : text_(text), trace_(text, 0), lines_(text) {}

  tl::expected<std::vector<RecordedAction>, ActionGraphFault> read() {
    if (!Json::sax_parse(trace_.begin(), trace_.end(), this))
      return tl::unexpected(std::move(fault_));
    return std::move(out_);
  }

  // What the library calls: true goes on, false ends the reading.

  bool null() {
    // A list without elements is null in Go.
    if (depth() == 2 && row_ != nullptr && row_->field == Field::kDeps)
      return after_value();
    return ignored() ? after_value() : wrong_type("null");
  }
  bool boolean(bool value) {
    return ignored() ? after_value() : wrong_type(value ? "true" : "false");
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    if (depth() == 2 && is(Field::kId))
      out_.back().id = value;
    else if (in_deps())
      out_.back().deps.push_back(value);
    else if (!ignored())
      return wrong_type("a number");
    return after_number();
  }
  bool number_integer(Json::number_integer_t) { return odd_number(); }
  bool number_float(Json::number_float_t, const std::string&) {
    return odd_number();
  }
  bool binary(Json::binary_t&) { return false; }  // there is none in text

  bool string(std::string& value) {
    if (depth() == 2 && is(Field::kMode)) {
      out_.back().mode = std::move(value);
    } else if (depth() == 2 && is(Field::kPackage)) {
      out_.back().package = std::move(value);
    } else if (depth() == 2 &&
               (is(Field::kTimeStart) || is(Field::kTimeDone))) {
      const auto time = parse_rfc3339(value);
      if (!time)
        return fail_here(fmt::format(
            "'{}' is '{}', which is not a time like 2006-01-02T15:04:05Z",
            row_->name, value));
      (is(Field::kTimeStart) ? out_.back().start : out_.back().done) = *time;
    } else if (!ignored()) {
      return wrong_type("a string");
    }
    return after_value();
  }

  bool start_object(std::size_t) {
    if (depth() == 0) return fail_here("this is one object, not a list");
    if (depth() == 1) {
      RecordedAction& action = out_.emplace_back();
      action.at = trace_.token();
      action.line = lines_.line_of(action.at);
      action.start = action.done = kNeverRan;
      return open(false);
    }
    return ignored() ? open(false) : wrong_type("an object");
  }
  bool start_array(std::size_t) {
    const bool deps = depth() == 2 && is(Field::kDeps);
    if (deps) out_.back().deps.clear();
    if (depth() == 0 || deps || ignored()) return open(true);
    return wrong_type("a list");
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (depth() == 2) {
      const auto* const row =
          std::find_if(kFields.begin(), kFields.end(),
                       [&](const FieldRow& f) { return f.name == name; });
      row_ = row == kFields.end() ? nullptr : row;
    }
    trace_.name_read();
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    if (is_array_.empty()) {
      fault_ = {
          std::min(text_.find_first_not_of(" \t\r\n", trace_.end_of_last()),
                   text_.size()),
          out_.empty() ? "'[' is expected here, where the list begins"
                       : "there is text after the end of the list"};
      return false;
    }
    JsonFault fault = trace_.fault();
    if (fault.message.empty()) fault.message = "the text ends inside the list";
    fault_ = {fault.at, std::move(fault.message)};
    return false;
  }

 private:
  // 0001-01-01T00:00:00Z, Go's zero time.
  static constexpr PointInTime kNeverRan{-62'135'596'800, 0};

  std::size_t depth() const { return is_array_.size(); }
  bool is(Field field) const { return row_ != nullptr && row_->field == field; }
  bool in_deps() const { return depth() == 3 && is(Field::kDeps); }
  // Whether the value that comes may be anything.
  bool ignored() const { return depth() >= 2 && row_ == nullptr; }

  bool after_value() {
    trace_.value_read(is_array_.back());
    return true;
  }
  bool after_number() {
    trace_.number_read(is_array_.back());
    return true;
  }
  bool odd_number() {
    return ignored() ? after_number() : wrong_type("not a natural number");
  }

  bool open(bool is_array) {
    if (depth() == kDeepestJson) {
      fault_ = {trace_.token(),
                fmt::format("objects and lists are nested more than {} deep",
                            kDeepestJson),
                ErrorKind::kLimit};
      return false;
    }
    trace_.opened(is_array);
    is_array_.push_back(is_array);
    return true;
  }
  bool close() {
    is_array_.pop_back();
    if (depth() <= 1) row_ = nullptr;
    if (!is_array_.empty()) return after_value();
    trace_.closed();
    return true;
  }

  bool wrong_type(std::string_view have) {
    if (row_ == nullptr)
      return fail_here(
          is_array_.empty()
              ? fmt::format("this is {}, not a list of actions", have)
              : fmt::format("this is {}, where an action, an "
                            "object, is expected",
                            have));
    if (in_deps())
      return fail_here(
          fmt::format("an element of 'Deps' is {}, where an ID "
                      "is expected",
                      have));
    return fail_here(fmt::format("'{}' is {}, where {} is expected", row_->name,
                                 have, row_->wants));
  }
  bool fail_here(std::string message) {
    fault_ = {trace_.token(), std::move(message)};
    return false;
  }

  std::string_view text_;
  JsonTrace trace_;
  std::vector<bool> is_array_;     // by depth: what is open
  const FieldRow* row_ = nullptr;  // the field whose value comes
  LineCounter lines_;
  std::vector<RecordedAction> out_;
  ActionGraphFault fault_;
};

tl::expected<std::vector<RecordedAction>, ActionGraphFault> read_action_graph(
    std::string_view text) {
  return ActionReader(text).read();
}

// ------------------------------------------------------- what it says together

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::uint64_t kMaxTotal = std::uint64_t{1} << 63;
// A build that takes longer than this is a clock that was set.
constexpr std::int64_t kMaxSeconds = std::int64_t{10} * 366 * 86'400;

using Recorded = std::vector<RecordedAction>;

// Nanoseconds from one point to a later one; nothing if it is not later, or
// years later.
std::optional<std::uint64_t> nanoseconds_between(const PointInTime& from,
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

std::optional<std::uint32_t> place_of_action(const Places& places,
                                             std::uint64_t id) {
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
      return wrong(
          recorded_[*action].at,
          fmt::format("action {} depends on itself", out_.actions[*action].id));
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
            fmt::format("another action has the ID {} as well",
                        places_[i].first)};
    return std::nullopt;
  }

  std::optional<ActionGraphFault> add(const RecordedAction& action) {
    BuildAction& out = out_.actions.emplace_back();
    out.id = *action.id;
    out.mode = action.mode;
    out.package = action.package;
    if (did_run(action)) {
      const auto start = nanoseconds_between(start_, action.start);
      const auto duration = nanoseconds_between(action.start, action.done);
      if (!start || !duration)
        return ActionGraphFault{
            action.at, action.done < action.start
                           ? "this action ends before it starts: was the "
                             "clock set while it ran?"
                           : "the times of this build are years apart"};
      out.start = *start;
      out.duration = *duration;
      total_ += out.duration;
      if (total_ >= kMaxTotal)
        return ActionGraphFault{action.at,
                                "these actions take centuries in total",
                                ErrorKind::kLimit};
    }
    for (const std::uint64_t id : action.deps) {
      if (const auto place = place_of_action(places_, id))
        out.needs.push_back(*place);
      else
        out_.missing.push_back({id, name_of(action), action.line});
    }
    std::sort(out.needs.begin(), out.needs.end());
    out.needs.erase(std::unique(out.needs.begin(), out.needs.end()),
                    out.needs.end());
    return std::nullopt;
  }

  // An action on a cycle, if there is one: actions that no other one needs are
  // removed until there are none (A. Kahn, "Topological sorting of large
  // networks", 1962).
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
    // Each action that is left is needed by another one that is left, so
    // walking back from one ends in a cycle.
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
    const int line = LineCounter(text).line_of(fault.at);
    return fail(error_at({file, text}, fault.at, line, fault.kind,
                         fault.message,
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
