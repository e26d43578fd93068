#include "exporters/document/json_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr std::string_view kLocation =
    R"({
    "description": "a place in a file; lines and columns count from 1",
    "type": "object",
    "additionalProperties": false,
    "required": ["file", "line", "column"],
    "properties": {
      "file": {"type": "string"},
      "line": {"type": "integer", "minimum": 0},
      "column": {"type": "integer", "minimum": 0}
    }
  })";

std::string leaf_schema(const FieldShape& field) {
  switch (field.type) {
    case FieldType::kFlag:
      return R"("type": "boolean")";
    case FieldType::kCount:
    case FieldType::kBytes:
      return R"("type": "integer", "minimum": 0)";
    case FieldType::kNumber:
    case FieldType::kSeconds:
      return R"("type": "number")";
    case FieldType::kLocation:
      return R"("$ref": "#/$defs/location")";
    case FieldType::kRecord:
      return fmt::format(R"("$ref": "#/$defs/{}")", field.record->name);
    case FieldType::kText:
    case FieldType::kModule:
    case FieldType::kVersion:
    case FieldType::kModuleVersion:
    case FieldType::kCommand:
      break;
  }
  return R"("type": "string")";
}

std::string value_schema(const FieldShape& field) {
  std::string out = leaf_schema(field);
  if (field.nesting == Nesting::kListOfLists)
    out = fmt::format(R"("type": "array", "items": {{{}}})", out);
  if (field.nesting != Nesting::kOne)
    out = fmt::format(R"("type": "array", "items": {{{}}})", out);
  if (field.nullable)
    out = fmt::format(R"("anyOf": [{{{}}}, {{"type": "null"}}])", out);
  return out;
}

void put_fields(std::span<const FieldShape> fields, std::string_view indent,
                Sink& out) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    out.put(indent);
    put_json_string(out, fields[i].name);
    out.put(": {\"description\": ");
    put_json_string(out, fields[i].says);
    out.put(fmt::format(", {}}}{}\n", value_schema(fields[i]),
                        i + 1 < fields.size() ? "," : ""));
  }
}

void put_required(std::span<const FieldShape> fields, Sink& out) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out.put(", ");
    put_json_string(out, fields[i].name);
  }
  out.put("],\n");
}

// The records that the document is made of, each once, in the order in which
// they are met.
std::vector<const RecordShape*> records_of(const DocumentShape& shape) {
  std::vector<const RecordShape*> out;
  const auto add = [&](std::span<const FieldShape> fields) {
    for (const FieldShape& field : fields)
      if (field.record != nullptr &&
          std::find(out.begin(), out.end(), field.record) == out.end())
        out.push_back(field.record);
  };
  add(shape.top.fields);
  for (std::size_t i = 0; i < out.size(); ++i) add(out[i]->fields);
  return out;
}

}  // namespace

void write_json_schema(const DocumentShape& shape, Sink& out) {
  out.put(
      "{\n\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "\"title\": ");
  put_json_string(out, fmt::format("modgraph {}", shape.name));
  out.put(",\n\"description\": ");
  put_json_string(out, shape.says);
  out.put(
      ",\n\"type\": \"object\",\n\"additionalProperties\": false,\n"
      "\"required\": [\"schema_version\", \"document\", ");
  put_required(shape.top.fields, out);
  out.put(fmt::format(
      "\"properties\": {{\n  \"schema_version\": {{\"const\": {}}},\n"
      "  \"document\": {{\"const\": \"{}\"}},\n",
      kSchemaVersion, shape.name));
  put_fields(shape.top.fields, "  ", out);
  out.put("},\n\"$defs\": {\n  \"location\": ").put(kLocation);
  for (const RecordShape* record : records_of(shape)) {
    out.put(",\n  ");
    put_json_string(out, record->name);
    out.put(
        ": {\n    \"type\": \"object\",\n    \"additionalProperties\": false,\n"
        "    \"required\": [");
    put_required(record->fields, out);
    out.put("    \"properties\": {\n");
    put_fields(record->fields, "      ", out);
    out.put("    }\n  }");
  }
  out.put("\n}\n}\n");
}

}  // namespace modgraph
