#include "importers/action_graph_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "importers/json_trace.h"

namespace modgraph {
namespace {

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
  explicit ActionReader(std::string_view text) : text_(text), trace_(text, 0) {}

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
      action.line = line_of(action.at);
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
      fault_ = {std::min(text_.find_first_not_of(" \t\r\n", trace_.behind()),
                         text_.size()),
                out_.empty() ? "'[' is expected here, where the list begins"
                             : "something stands behind the end of the list"};
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

  // Places only move forward.
  int line_of(std::size_t at) {
    const std::string_view passed = text_.substr(counted_, at - counted_);
    line_ += static_cast<int>(std::count(passed.begin(), passed.end(), '\n'));
    counted_ = at;
    return line_;
  }

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
    if (depth() == kDeepestActionGraphNesting) {
      fault_ = {trace_.token(),
                fmt::format("objects and lists are nested more than {} deep",
                            kDeepestActionGraphNesting),
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
  std::size_t counted_ = 0;        // lines up to here
  int line_ = 1;
  std::vector<RecordedAction> out_;
  ActionGraphFault fault_;
};

}  // namespace

tl::expected<std::vector<RecordedAction>, ActionGraphFault> read_action_graph(
    std::string_view text) {
  return ActionReader(text).read();
}

}  // namespace modgraph
