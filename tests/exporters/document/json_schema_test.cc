// The schema of a document, read as JSON. That documents hold to theirs is
// tested with each of them.

#include "exporters/document/json_schema.h"

#include <nlohmann/json.hpp>

#include "tests/support/test.h"

namespace modgraph::test {
namespace {

using Json = nlohmann::json;

constexpr FieldShape kInnerFields[] = {
    field("added", FieldType::kCount, "modules added"),
};
constexpr RecordShape kInner{"effect", kInnerFields};
constexpr FieldShape kNestedRowFields[] = {
    field("module", FieldType::kModule, "its \"path\""),
    record_field("effect", kInner, "of an edit"),
};
constexpr RecordShape kNestedRow{"row", kNestedRowFields};
constexpr FieldShape kNestedTopFields[] = {
    field("main", FieldType::kFlag, "a flag"),
    field("seconds", FieldType::kSeconds, "a time"),
    optional_field("location", FieldType::kLocation, "a line"),
    lists_of("chains", FieldType::kModuleVersion, "chains"),
    optional_records("rows", kNestedRow, "rows"),
    records("others", kNestedRow, "more rows"),
};
constexpr DocumentShape kShape{
    "sample", "what it says", {"sample", kNestedTopFields}, "rows"};

Json schema() {
  Sink out;
  write_json_schema(kShape, out);
  return Json::parse(std::move(out).take_text());
}

TEST_CASE("a schema names its document, its version and all fields") {
  const Json all = schema();
  CHECK(all["title"] == "modgraph sample");
  CHECK(all["description"] == "what it says");
  CHECK(all["additionalProperties"] == false);
  CHECK(all["required"] ==
        Json({"schema_version", "document", "main", "seconds", "location",
              "chains", "rows", "others"}));
  CHECK(all["properties"]["schema_version"] == Json{{"const", 2}});
  CHECK(all["properties"]["document"] == Json{{"const", "sample"}});
  CHECK(all["properties"].size() == 8);
}

TEST_CASE("a field has its type, its nesting, and null where it may be") {
  const Json fields = schema()["properties"];
  CHECK(fields["main"] == Json{{"description", "a flag"}, {"type", "boolean"}});
  CHECK(fields["seconds"]["type"] == "number");
  CHECK(fields["location"]["anyOf"] ==
        Json::array(
            {Json{{"$ref", "#/$defs/location"}}, Json{{"type", "null"}}}));
  CHECK(fields["chains"]["items"] ==
        Json{{"type", "array"}, {"items", {{"type", "string"}}}});
  CHECK(fields["rows"]["anyOf"][0] ==
        Json{{"type", "array"}, {"items", {{"$ref", "#/$defs/row"}}}});
}

TEST_CASE("each kind of record is defined once, those inside others too") {
  const Json definitions = schema()["$defs"];
  CHECK(definitions.size() == 3);
  CHECK(definitions["row"]["required"] == Json({"module", "effect"}));
  CHECK(definitions["row"]["properties"]["module"]["description"] ==
        "its \"path\"");
  CHECK(definitions["effect"]["properties"]["added"]["minimum"] == 0);
  CHECK(definitions["location"]["required"] ==
        Json({"file", "line", "column"}));
}

}  // namespace
}  // namespace modgraph::test
