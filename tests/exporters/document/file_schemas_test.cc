#include "exporters/document/file_schemas.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/findings/rules.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

nlohmann::json schema_named(std::string_view name) {
  for (const FileSchema& file : file_schemas())
    if (file.name == name) {
      Sink out;
      file.write(out);
      return nlohmann::json::parse(std::move(out).take_text());
    }
  return nullptr;
}

TEST_CASE("every schema of a file says which it is, and of what") {
  for (const FileSchema& file : file_schemas()) {
    const nlohmann::json schema = schema_named(file.name);
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["title"] == "modgraph " + std::string(file.name));
    CHECK(schema["description"] == std::string(file.says));
    CHECK(schema["additionalProperties"] == false);
  }
}

TEST_CASE("the schema of settings knows all rules by code and name") {
  const nlohmann::json names = schema_named("config")["$defs"]["rule"]["enum"];
  CHECK(names.size() == 2 * rules().size());
  for (const Rule& rule : rules())
    for (const std::string_view name : {rule.code, rule.name})
      CHECK(std::count(names.begin(), names.end(), std::string(name)) == 1);
}

}  // namespace
}  // namespace modgraph
