#pragma once

// The shape of a document: which fields its records have, of which type, and
// what they mean. One static table a document; the JSON Schema, docs/json.md
// and the header of the CSV are made from it, and a test holds every document
// to its shape.

#include <cstdint>
#include <span>
#include <string_view>

namespace modgraph {

/// The types of a field. A type is spelled the same way in every document.
enum class FieldType : std::uint8_t {
  kFlag,           // true or false
  kCount,          // a whole number
  kNumber,         // a number: three decimals; or a count, bytes or seconds,
                   // where another field names the unit
  kBytes,          // a whole number of bytes; people read IEC units
  kSeconds,        // seconds, exact to the nanosecond
  kText,           // a name from a fixed list, or prose
  kModule,         // a module path
  kVersion,        // a version, "" for a main module
  kModuleVersion,  // "path@version", or "path" for a main module
  kCommand,        // a line for a shell
  kLocation,       // {file, line, column}
  kRecord,         // fields of its own: FieldShape::record
};

enum class Nesting : std::uint8_t { kOne, kList, kListOfLists };

struct RecordShape;

struct FieldShape {
  std::string_view name;
  FieldType type = FieldType::kText;
  Nesting nesting = Nesting::kOne;
  bool nullable = false;  // null: not known, or there is none; `says` has which
  std::string_view says;  // what it means; a phrase without a full stop
  const RecordShape* record = nullptr;  // of kRecord
};

struct RecordShape {
  std::string_view name;  // of its JSON Schema definition; unique
  std::span<const FieldShape> fields;
};

/// A whole document. Its first fields are always `schema_version` and
/// `document`; then those of `top`.
struct DocumentShape {
  std::string_view name;  // `modgraph schema NAME`
  std::string_view says;  // what it answers; a phrase without a full stop
  RecordShape top;
  std::string_view main_table;  // the list of `top` that CSV shows
};

/// The version of the JSON vocabulary: it grows when a field changes its name,
/// its type or its meaning.
inline constexpr int kSchemaVersion = 2;

constexpr FieldShape field(std::string_view name, FieldType type,
                           std::string_view says) {
  return {name, type, Nesting::kOne, false, says};
}
constexpr FieldShape optional_field(std::string_view name, FieldType type,
                                    std::string_view says) {
  return {name, type, Nesting::kOne, true, says};
}
constexpr FieldShape list_of(std::string_view name, FieldType type,
                             std::string_view says) {
  return {name, type, Nesting::kList, false, says};
}
constexpr FieldShape optional_list_of(std::string_view name, FieldType type,
                                      std::string_view says) {
  return {name, type, Nesting::kList, true, says};
}
constexpr FieldShape lists_of(std::string_view name, FieldType type,
                              std::string_view says) {
  return {name, type, Nesting::kListOfLists, false, says};
}
constexpr FieldShape optional_lists_of(std::string_view name, FieldType type,
                                       std::string_view says) {
  return {name, type, Nesting::kListOfLists, true, says};
}
constexpr FieldShape record_field(std::string_view name,
                                  const RecordShape& record,
                                  std::string_view says) {
  return {name, FieldType::kRecord, Nesting::kOne, false, says, &record};
}
constexpr FieldShape optional_record(std::string_view name,
                                     const RecordShape& record,
                                     std::string_view says) {
  return {name, FieldType::kRecord, Nesting::kOne, true, says, &record};
}
constexpr FieldShape records(std::string_view name, const RecordShape& record,
                             std::string_view says) {
  return {name, FieldType::kRecord, Nesting::kList, false, says, &record};
}
constexpr FieldShape optional_records(std::string_view name,
                                      const RecordShape& record,
                                      std::string_view says) {
  return {name, FieldType::kRecord, Nesting::kList, true, says, &record};
}

}  // namespace modgraph
