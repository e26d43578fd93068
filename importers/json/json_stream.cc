// Idea: nlohmann's SAX parser reports names and values one by one and builds
// nothing. A stack of open objects and lists says which table and record the
// next value belongs to, so that depth costs no recursion of ours.

#include "importers/json/json_stream.h"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "importers/json/json_trace.h"

namespace modgraph {
namespace {

using Json = nlohmann::json;

// An open object or list.
struct JsonLevel {
  const JsonObjectType* object = nullptr;  // null: a list, or skipped
  void* record = nullptr;                  // of the object, or around the list
  const JsonField* field = nullptr;     // whose value comes next; null: skipped
  const JsonField* previous = nullptr;  // the last one that is in the table
  bool is_array = false;
  bool is_texts = false;    // a list that goes into `field`
  bool is_objects = false;  // likewise, of objects
};

// Fields mostly come in the order of their table, so the search begins after
// the one before.
const JsonField* find_field(const JsonObjectType& object, std::string_view name,
                            const JsonField* previous) {
  const auto fields = object.fields;
  if (previous != nullptr)
    for (const JsonField* field = previous + 1;
         field != fields.data() + fields.size(); ++field)
      if (field->name == name) return field;
  const auto lower = [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const auto is_named = [&](const JsonField& field) {
    if (!object.any_capitals) return field.name == name;
    return std::equal(field.name.begin(), field.name.end(), name.begin(),
                      name.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
  };
  const auto found = std::find_if(fields.begin(), fields.end(), is_named);
  return found == fields.end() ? nullptr : &*found;
}

std::string_view wanted(const JsonField& field) {
  switch (field.type) {
    case JsonType::kFlag:
      return "true or false";
    case JsonType::kTexts:
      return "a list of strings";
    case JsonType::kObject:
      return "an object";
    case JsonType::kObjects:
      return "a list of objects";
    case JsonType::kText:
      break;
  }
  return "a string";
}

// Takes what the library's parser finds in one object of a stream.
class JsonObjectReader {
 public:
  JsonObjectReader(std::string_view text, std::size_t at, int line,
                   const JsonStreamType& type, void* record)
      : text_(text),
        start_(at),
        line_(line),
        type_(type),
        record_(record),
        trace_(text, at) {}

  // The byte after the object; nothing after a fault.
  tl::expected<std::size_t, JsonStreamFault> read() {
    if (!Json::sax_parse(trace_.begin(), trace_.end(), this,
                         Json::input_format_t::json, false))
      return tl::unexpected(std::move(fault_));
    return trace_.end_of_last();
  }

  // What the library calls: true goes on, false ends the reading.

  bool null() {
    const JsonLevel& level = levels_.back();
    if (level.is_texts) {
      if (!level.field->null_is_empty) return wrong_type("null");
      level.field->add(level.record, {});
    } else if (level.field != nullptr && level.field->clear != nullptr) {
      level.field->clear(level.record);
    }
    return after_value();
  }

  bool boolean(bool value) {
    const JsonLevel& level = levels_.back();
    if (level.field != nullptr && level.field->flag != nullptr)
      *level.field->flag(level.record) = value;
    else if (level.field != nullptr)
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
    const JsonLevel& level = levels_.back();
    const JsonField* const field = level.field;
    if (level.is_texts) {
      field->add(level.record, std::move(value));
    } else if (field != nullptr && field->text != nullptr) {
      if (field->has_form != nullptr && !field->has_form(value))
        return fail_here(fmt::format("'{}' is '{}', which is not {}",
                                     field->name, value, field->form));
      if (field->place != nullptr) *field->place(level.record) = trace_.token();
      *field->text(level.record) = std::move(value);
    } else if (field != nullptr) {
      return wrong_type("a string");
    }
    return after_value();
  }

  bool start_object(std::size_t) {
    if (levels_.empty()) return open_object(type_.object, record_);
    const JsonLevel& level = levels_.back();
    const JsonField* const field = level.field;
    if (field == nullptr) return open({});
    const bool is_list = field->type == JsonType::kObjects;
    if (level.is_texts || field->object == nullptr ||
        is_list != level.is_objects)
      return wrong_type("an object");
    return open_object(*field->object, field->open_object(level.record));
  }

  bool key(std::string& name) {
    JsonLevel& level = levels_.back();
    level.field = nullptr;
    if (level.object != nullptr) {
      level.field = find_field(*level.object, name, level.previous);
      if (level.field != nullptr)
        level.previous = level.field;
      else if (levels_.size() == 1 && is_foreign(name))
        return false;
    }
    trace_.name_read();
    return true;
  }

  bool start_array(std::size_t) {
    const JsonLevel& level = levels_.back();
    const JsonField* const field = level.field;
    JsonLevel list;
    list.is_array = true;
    if (field == nullptr) return open(list);
    list.is_texts = field->type == JsonType::kTexts;
    list.is_objects = field->type == JsonType::kObjects;
    if (level.is_array || !(list.is_texts || list.is_objects))
      return wrong_type("a list");
    if (field->open_list != nullptr) field->open_list(level.record);
    list.field = field;
    list.record = level.record;
    return open(list);
  }

  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    JsonFault fault = trace_.fault();
    if (fault.message.empty())
      fault.message =
          fmt::format("the text ends inside the object of line {}", line_);
    fault_ = {fault.at, std::move(fault.message)};
    return false;
  }

 private:
  bool after_value() {
    trace_.value_read(levels_.back().is_array);
    return true;
  }

  bool number() {
    if (levels_.back().field != nullptr) return wrong_type("a number");
    trace_.number_read(levels_.back().is_array);
    return true;
  }

  bool open_object(const JsonObjectType& object, void* record) {
    if (object.line != nullptr) {
      const std::string_view before =
          text_.substr(start_, trace_.token() - start_);
      *object.line(record) = line_ + static_cast<int>(std::count(
                                         before.begin(), before.end(), '\n'));
    }
    JsonLevel level;
    level.object = &object;
    level.record = record;
    return open(level);
  }

  bool open(const JsonLevel& level) {
    if (levels_.size() == kDeepestJson) {
      fault_ = {trace_.token(),
                fmt::format("objects and lists are nested more than {} deep",
                            kDeepestJson),
                {},
                ErrorKind::kLimit};
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

  bool is_foreign(std::string_view name) {
    const auto foreign =
        std::find_if(type_.foreign.begin(), type_.foreign.end(),
                     [&](const ForeignField& f) { return f.name == name; });
    if (foreign == type_.foreign.end()) return false;
    fault_ = {trace_.token(),
              fmt::format("this object {} (it has '{}')", foreign->what, name),
              std::string(foreign->hint)};
    return true;
  }

  bool wrong_type(std::string_view have) {
    const JsonLevel& level = levels_.back();
    return fail_here(fmt::format("{}'{}' is {}, where `go list` writes {}",
                                 level.is_array ? "an element of " : "",
                                 level.field->name, have,
                                 level.is_texts     ? "a string"
                                 : level.is_objects ? "an object"
                                                    : wanted(*level.field)));
  }

  bool fail_here(std::string message) {
    fault_ = {trace_.token(), std::move(message)};
    return false;
  }

  std::string_view text_;
  std::size_t start_;
  int line_;  // of start_
  const JsonStreamType& type_;
  void* record_;
  JsonTrace trace_;
  std::vector<JsonLevel> levels_;
  JsonStreamFault fault_;
};

}  // namespace

JsonStreamReader::JsonStreamReader(std::string_view file, std::string_view text,
                                   const JsonStreamType& type)
    : file_(file),
      text_(text),
      type_(type),
      lines_(text),
      end_(byte_order_mark(text)) {
  if (is_utf16(text))
    refuse_whole_text("this text is UTF-16, not UTF-8", type.utf16_hint);
}

bool JsonStreamReader::read(void* record) {
  if (stopped_ || errors_.size() == type_.most_errors) return false;
  at_ = skip_json_space(text_, end_);
  if (at_ == text_.size()) {
    if (!has_objects_) refuse_whole_text(type_.empty, type_.hint);
    return false;
  }
  has_objects_ = true;
  if (text_[at_] != '{') {
    stopped_ = true;
    refuse(type_.no_object(text_, at_));
    return false;
  }
  auto end =
      JsonObjectReader(text_, at_, lines_.line_of(at_), type_, record).read();
  if (!end) {
    stopped_ = true;
    refuse(std::move(end.error()));
    return false;
  }
  end_ = *end;
  return true;
}

void JsonStreamReader::refuse(JsonStreamFault fault) {
  if (fault.hint.empty()) fault.hint = type_.hint;
  errors_.push_back(error_at({file_, text_}, fault.at, lines_.line_of(fault.at),
                             fault.kind, std::move(fault.message),
                             std::move(fault.hint)));
}

void JsonStreamReader::refuse_whole_text(std::string_view message,
                                         std::string_view hint) {
  stopped_ = true;
  errors_.push_back(input_error({std::string(file_), 1, 1},
                                std::string(message), std::string(hint)));
}

}  // namespace modgraph
