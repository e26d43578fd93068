#include "importers/go_list_object.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "importers/go_list_fields.h"
#include "importers/go_list_json.h"
#include "importers/json_trace.h"
#include "importers/rfc3339.h"

namespace modgraph {
namespace {

using Json = nlohmann::json;
using Kind = GoListKind;

constexpr std::string_view kWriteAgain =
    "write it again with `go list -m -json all > list.json`";

// What the next value of an object goes into.
struct Slot {
  Kind kind = Kind::kIgnored;
  std::string_view name;  // of the field, for messages
  std::string* text = nullptr;
  bool* flag = nullptr;
  std::vector<std::string>* texts = nullptr;
};

// An open object or array.
struct Level {
  enum class What : std::uint8_t { kRecord, kOrigin, kError, kTexts, kIgnored };
  What what = What::kIgnored;
  bool is_array = false;
  ModuleRecord* record = nullptr;      // of kRecord
  const GoListField* field = nullptr;  // the last known one of kRecord
  Slot slot;                           // of kTexts: the list itself
};

// Takes what the library's parser finds and puts it into a GoListObject.
class ObjectReader {
 public:
  using What = Level::What;

  ObjectReader(std::string_view text, std::size_t at, int line)
      : text_(text), start_(at), trace_(text, at), line_(line) {}

  tl::expected<GoListObject, GoListFault> read() {
    if (!Json::sax_parse(trace_.begin(), trace_.end(), this,
                         Json::input_format_t::json, false))
      return tl::unexpected(std::move(fault_));
    out_.end = trace_.behind();
    return std::move(out_);
  }

  // What the library calls: true goes on, false ends the reading.

  bool null() {
    Level& level = levels_.back();
    if (level.what == What::kTexts) level.slot.texts->emplace_back();
    clear(level.slot.kind, level);
    return after_value();
  }

  bool boolean(bool value) {
    const Level& level = levels_.back();
    if (level.slot.kind == Kind::kFlag)
      *level.slot.flag = value;
    else if (level.slot.kind != Kind::kIgnored)
      return wrong_type(value ? "true" : "false");
    return after_value();
  }

  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const std::string&) {
    return number();
  }
  bool binary(Json::binary_t&) { return false; }  // there is none in text

  bool string(std::string& value) {
    const Level& level = levels_.back();
    const Slot& slot = level.slot;
    if (level.what == What::kTexts) {
      slot.texts->push_back(std::move(value));
    } else if (slot.text != nullptr) {
      if (slot.kind == Kind::kTime && !is_rfc3339(value))
        return fail_here(fmt::format(
            "'{}' is '{}', which is not a time like 2006-01-02T15:04:05Z",
            slot.name, value));
      if (slot.text == &out_.facts.path) out_.path_at = trace_.token();
      if (slot.text == &out_.facts.version) out_.version_at = trace_.token();
      *slot.text = std::move(value);
    } else if (slot.kind != Kind::kIgnored) {
      return wrong_type("a string");
    }
    return after_value();
  }

  bool start_object(std::size_t) {
    if (levels_.empty()) return open_record(out_.facts);
    const Level& level = levels_.back();
    if (level.what == What::kTexts) return wrong_type("an object");
    switch (level.slot.kind) {
      case Kind::kReplace:
        return open_record(*made(out_.facts.replace));
      case Kind::kUpdate:
        return open_record(*made(out_.facts.update));
      case Kind::kOrigin:
        made(level.record->origin);
        return open({What::kOrigin, false, level.record, nullptr, {}});
      case Kind::kError:
        return open({What::kError, false, level.record, nullptr, {}});
      case Kind::kIgnored:
        return open({What::kIgnored, false, nullptr, nullptr, {}});
      default:
        return wrong_type("an object");
    }
  }

  bool key(std::string& name) {
    Level& level = levels_.back();
    level.slot = {};
    if (level.what == What::kRecord && !take_field(name, level)) return false;
    if (level.what == What::kOrigin)
      if (const GoListOriginField* field = find_go_list_origin_field(name))
        level.slot = {Kind::kText, field->name,
                      &((*level.record->origin).*field->text)};
    if (level.what == What::kError && is_go_list_error_text(name))
      level.slot = {Kind::kText, "Err", &level.record->error};
    trace_.name_read();
    return true;
  }

  bool start_array(std::size_t) {
    const Slot& slot = levels_.back().slot;
    const bool nested = levels_.back().what == What::kTexts;
    if (slot.kind == Kind::kTexts && !nested) {
      slot.texts->clear();
      return open({What::kTexts, true, nullptr, nullptr, slot});
    }
    if (slot.kind != Kind::kIgnored) return wrong_type("a list");
    return open({What::kIgnored, true, nullptr, nullptr, {}});
  }

  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    JsonFault fault = trace_.fault();
    if (fault.message.empty())
      fault.message =
          fmt::format("the text ends inside the object of line {}", line_);
    fault_ = {fault.at, std::move(fault.message), std::string(kWriteAgain),
              ErrorKind::kInput};
    return false;
  }

 private:
  bool after_value() {
    trace_.value_read(levels_.back().is_array);
    return true;
  }

  bool number() {
    const Level& level = levels_.back();
    if (level.slot.kind != Kind::kIgnored) return wrong_type("a number");
    trace_.number_read(levels_.back().is_array);
    return true;
  }

  template <class T>
  static T* made(Boxed<T>& pointer) {
    // A repeated object adds to the first one, as Go's decoder does it.
    if (!pointer) pointer = std::make_unique<T>();
    return pointer.get();
  }

  bool open_record(ModuleRecord& record) {
    const auto first = text_.begin() + static_cast<std::ptrdiff_t>(start_);
    const auto last =
        text_.begin() + static_cast<std::ptrdiff_t>(trace_.token());
    record.line = line_ + static_cast<int>(std::count(first, last, '\n'));
    return open({What::kRecord, false, &record, nullptr, {}});
  }

  bool open(Level level) {
    if (levels_.size() == kDeepestGoListNesting) {
      fault_ = {trace_.token(),
                fmt::format("objects and lists are nested more than {} deep",
                            kDeepestGoListNesting),
                std::string(kWriteAgain), ErrorKind::kLimit};
      return false;
    }
    trace_.opened(level.is_array);
    levels_.push_back(level);
    return true;
  }

  bool close() {
    levels_.pop_back();
    if (!levels_.empty()) return after_value();
    trace_.closed();
    return true;
  }

  // Finds out where the value of a field goes; false ends the reading.
  bool take_field(std::string_view name, Level& level) {
    const GoListField& field = go_list_field(name, level.field);
    const bool top = levels_.size() == 1;
    if (field.kind == Kind::kIgnored) {
      const ForeignField* const foreign =
          top ? find_foreign_field(name) : nullptr;
      if (foreign == nullptr) return true;
      fault_ = {trace_.token(),
                fmt::format("this object {} (it has '{}')", foreign->what,
                            foreign->name),
                std::string(foreign->hint), ErrorKind::kInput};
      return false;
    }
    level.field = &field;
    if (!top && (field.kind == Kind::kReplace || field.kind == Kind::kUpdate))
      return true;  // go writes none here
    ModuleRecord& record = *level.record;
    level.slot = {field.kind, field.name};
    if (field.text != nullptr) level.slot.text = &(record.*field.text);
    if (field.flag != nullptr) level.slot.flag = &(record.*field.flag);
    if (field.texts != nullptr) level.slot.texts = &(record.*field.texts);
    // Older outputs have an Error that is the text itself.
    if (field.kind == Kind::kError) level.slot.text = &record.error;
    return true;
  }

  // null says that there is no such object or list.
  void clear(Kind kind, Level& level) {
    if (level.what == What::kTexts) return;
    if (kind == Kind::kReplace) out_.facts.replace.reset();
    if (kind == Kind::kUpdate) out_.facts.update.reset();
    if (kind == Kind::kOrigin) level.record->origin.reset();
    if (kind == Kind::kError) level.record->error.clear();
    if (kind == Kind::kTexts) level.slot.texts->clear();
  }

  bool wrong_type(std::string_view have) {
    const Level& level = levels_.back();
    const bool element = level.what == What::kTexts;
    return fail_here(
        fmt::format("{}'{}' is {}, where `go list` writes {}",
                    element ? "an element of " : "", level.slot.name, have,
                    element ? "a string" : wanted(level.slot.kind)));
  }

  static std::string_view wanted(Kind kind) {
    switch (kind) {
      case Kind::kFlag:
        return "true or false";
      case Kind::kTexts:
        return "a list of strings";
      case Kind::kReplace:
      case Kind::kUpdate:
      case Kind::kOrigin:
      case Kind::kError:
        return "an object";
      case Kind::kTime:
      case Kind::kText:
      case Kind::kIgnored:
        break;
    }
    return "a string";
  }

  bool fail_here(std::string message) {
    fault_ = {trace_.token(), std::move(message), std::string(kWriteAgain),
              ErrorKind::kInput};
    return false;
  }

  std::string_view text_;
  std::size_t start_;
  JsonTrace trace_;
  int line_;
  std::vector<Level> levels_;
  GoListObject out_;
  GoListFault fault_;
};

}  // namespace

tl::expected<GoListObject, GoListFault> read_go_list_object(
    std::string_view text, std::size_t at, int line) {
  return ObjectReader(text, at, line).read();
}

}  // namespace modgraph
