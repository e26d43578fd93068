#pragma once

// Reading a stream of JSON objects, as `go list -json` prints them, into
// records. A table says which field goes into which member:
//
//   struct Part { std::string name; bool big = false; };
//   constexpr std::array kFields = {
//       JsonMember<Part>::text<&Part::name>("Name"),
//       JsonMember<Part>::flag<&Part::big>("Big"),
//   };
//
// Unknown fields are skipped, whatever their value; of a repeated field the
// last one counts; null leaves a member as it is unless its row says otherwise.
// Tested by tests/importers/json/json_stream_test.cc.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "importers/text_position.h"

namespace modgraph {

/// What the value of a field must be.
enum class JsonType : std::uint8_t { kText, kFlag, kTexts, kObject, kObjects };

struct JsonObjectType;

/// One row of a table. `record` is the object that the table is for. What is
/// null does not apply.
struct JsonField {
  std::string_view name;
  JsonType type = JsonType::kText;

  /// Where a text goes: of kText, or of a kObject that may be a text instead.
  std::string* (*text)(void* record) = nullptr;
  /// Whether a text is one of the right form, and the name of that form: "a
  /// time like ...".
  bool (*has_form)(std::string_view text) = nullptr;
  std::string_view form = {};
  /// Where the byte at which the text begins is noted.
  std::size_t* (*place)(void* record) = nullptr;

  bool* (*flag)(void* record) = nullptr;  // where a flag goes

  void (*open_list)(void* record) = nullptr;  // a list begins
  void (*add)(void* record, std::string&& element) = nullptr;
  bool null_is_empty = false;  // as an element: else it is refused

  /// The record that the fields of an object, or of an element of kObjects, go
  /// into, and its table.
  void* (*open_object)(void* record) = nullptr;
  const JsonObjectType* object = nullptr;

  void (*clear)(void* record) = nullptr;  // null as the whole value
};

/// The table of an object.
struct JsonObjectType {
  std::span<const JsonField> fields;
  bool any_capitals = false;             // of names, as Go's decoder reads them
  int* (*line)(void* record) = nullptr;  // where its first line is noted
};

/// Rows for the members of R, which may be members of a base of R.
template <class R>
struct JsonMember {
  template <auto M>
  static constexpr auto& of(void* record) {
    return static_cast<R*>(record)->*M;
  }
  template <auto M>
  static constexpr JsonField text(std::string_view name) {
    JsonField out{name, JsonType::kText};
    out.text = [](void* r) { return &of<M>(r); };
    return out;
  }
  template <auto M>
  static constexpr JsonField flag(std::string_view name) {
    JsonField out{name, JsonType::kFlag};
    out.flag = [](void* r) { return &of<M>(r); };
    return out;
  }
  template <auto M>
  static constexpr JsonField texts(std::string_view name) {
    JsonField out{name, JsonType::kTexts};
    out.open_list = [](void* r) { of<M>(r).clear(); };
    out.add = [](void* r, std::string&& element) {
      of<M>(r).push_back(std::move(element));
    };
    return out;
  }
};

/// A field that shows that an object was printed by another command.
struct ForeignField {
  std::string_view name;
  std::string_view what;  // "describes a package, not a module"
  std::string_view hint;
};

/// What is wrong at a byte of a stream.
struct JsonStreamFault {
  std::size_t at = 0;
  std::string message;
  std::string hint = {};  // "": the hint of the stream
  ErrorKind kind = ErrorKind::kInput;
};

/// A kind of stream.
struct JsonStreamType {
  JsonObjectType object;
  std::span<const ForeignField> foreign;  // in the objects of the stream
  std::size_t most_errors = 1;
  std::string_view hint;        // what to do about an error
  std::string_view utf16_hint;  // and about a text that is UTF-16
  std::string_view empty;       // the error of a stream without objects
  /// What is wrong at a byte where an object should begin.
  JsonStreamFault (*no_object)(std::string_view text, std::size_t at);
};

/// Reads one object after the other, in O(length) over all calls:
///
///   JsonStreamReader reader(file, text, kParts);
///   for (Part part; reader.read(&part); part = {}) ...
///   if (!reader.errors().empty()) return fail(std::move(reader.errors()));
class JsonStreamReader {
 public:
  /// `file` is how errors name the text.
  JsonStreamReader(std::string_view file, std::string_view text,
                   const JsonStreamType& type);

  /// The next object, into a record of the type that the table is for. False at
  /// the end, and after an error that ends the reading: text that is not JSON,
  /// or `most_errors` errors.
  bool read(void* record);

  /// Where the last object begins.
  std::size_t at() const { return at_; }

  /// Adds an error about the last object, at or after where it begins.
  void refuse(JsonStreamFault fault);

  /// All errors. Complete when read() has returned false.
  Errors& errors() { return errors_; }

 private:
  void refuse_whole_text(std::string_view message, std::string_view hint);

  std::string_view file_;
  std::string_view text_;
  const JsonStreamType& type_;
  LineCounter lines_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  // of the last object
  bool stopped_ = false;
  bool has_objects_ = false;
  Errors errors_;
};

}  // namespace modgraph
