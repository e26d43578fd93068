// Documents as JSON: how they nest, on which lines, and that a reader that is
// not ours gets back what was written.

#include "exporters/document/document_json.h"

#include <nlohmann/json.hpp>

#include "tests/support/document_texts.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

using Names = std::vector<std::string>;

std::string ndjson_of(const Document& document) {
  Sink out;
  write_document_ndjson(document, out);
  return std::move(out).take_text();
}

// The fields of a document without those that all have.
std::string fields_of(const Document& document) {
  constexpr std::string_view kBegin =
      "{\n\"schema_version\": 2,\n\"document\": \"sample\"";
  const std::string all = json_of(document);
  REQUIRE(all.starts_with(kBegin));
  REQUIRE(all.ends_with("\n}\n"));
  return all.substr(kBegin.size(), all.size() - kBegin.size() - 3);
}

// Numbers as records, or as they are.
Document numbers(std::size_t count, bool are_records) {
  return sample([=](RecordWriter& w) {
    Elements all;
    all.count = count;
    all.work = ~std::size_t{0};  // worth all threads
    all.are_records = are_records;
    all.write = [=](RecordWriter& out, std::size_t i) {
      out.count(are_records ? "number" : "", i);
    };
    w.elements("rows", {}, all);
  });
}

// Names as a graph keeps them, known by number.
struct NumberedNames {
  std::vector<std::string> names;
  bool plain = true;
  std::string_view operator[](int i) const {
    return names[static_cast<std::size_t>(i)];
  }
  bool are_plain() const { return plain; }
};

TEST_CASE("a list of known names is a list like others") {
  static const std::vector<int> ids = {1, 0};
  const auto row = [](const NumberedNames& names) {
    Elements all;
    all.count = 1;
    all.write = [&names](RecordWriter& out, std::size_t) {
      out.known_names("by", std::span<const int>(ids), names);
      out.known_names("none", std::span<const int>(), names);
      out.count("count", 2);
    };
    return all;
  };
  const NumberedNames plain{{"m", "a@v1.0.0"}};
  CHECK(fields_of(sample(
            [&](RecordWriter& w) { w.elements("rows", {}, row(plain)); })) ==
        ",\n\"rows\": [\n  {\"by\": [\"a@v1.0.0\", \"m\"], "
        "\"none\": [], \"count\": 2}\n]");
  const NumberedNames odd{{"m\n", "a\"@v1"}, false};
  CHECK(fields_of(sample(
            [&](RecordWriter& w) { w.elements("rows", {}, row(odd)); })) ==
        ",\n\"rows\": [\n  {\"by\": [\"a\\\"@v1\", \"m\\n\"], "
        "\"none\": [], \"count\": 2}\n]");
}

TEST_CASE("every leaf has one spelling") {
  CHECK(fields_of(sample([](RecordWriter& w) {
          w.unknown("unknown");
          w.flag("flag", true);
          w.count("count", 12);
          w.number("number", 0.25);
          w.bytes("bytes", 4096);
          w.seconds("seconds", 1'500'000'000);
          w.text("text", "a \"b\"");
          w.module("module", "a.example/b");
          w.version("version", "");
          w.module_version("main", ModuleRef{"m", ""});
          w.module_version("selected", ModuleRef{"a.example/b", "v1.2.0"});
          w.command("command", "go mod tidy");
          w.location("location", Place{"go.mod", 14, 2});
        })) == R"(,
"unknown": null,
"flag": true,
"count": 12,
"number": 0.250,
"bytes": 4096,
"seconds": 1.5,
"text": "a \"b\"",
"module": "a.example/b",
"version": "",
"main": "m",
"selected": "a.example/b@v1.2.0",
"command": "go mod tidy",
"location": {"file": "go.mod", "line": 14, "column": 2})");
}

TEST_CASE("records of a list have a line each, what is in them has none") {
  CHECK(fields_of(sample([](RecordWriter& w) {
          w.list("rows", {"Modules"}, Names{"a", "b"},
                 [&](const std::string& name) {
                   w.module("module", name);
                   w.say("{module} is required");
                   w.module_versions("required_by", Names{"m", "c@v1.0.0"});
                   w.record("effect", [&] { w.count("added", 1); });
                   w.remark("and more");
                 });
          w.texts("notes", Names{"x", "y"});
          w.texts("nothing", Names{});
          w.begin_list("chains");
          w.module_versions({}, Names{"m", "a@v1.0.0"});
          w.end_list();
        })) == R"(,
"rows": [
  {"module": "a", "required_by": ["m", "c@v1.0.0"], "effect": {"added": 1}},
  {"module": "b", "required_by": ["m", "c@v1.0.0"], "effect": {"added": 1}}
],
"notes": ["x","y"],
"nothing": [],
"chains": [["m", "a@v1.0.0"]])");
}

TEST_CASE("sentences and remarks are for people") {
  CHECK(fields_of(sample([](RecordWriter& w) {
          w.remark("nothing to do");
          w.count("modules", 0);
          w.say("{modules#module}");
        })) == ",\n\"modules\": 0");
}

TEST_CASE("a list as long as the graph has all its elements in order") {
  for (const std::size_t count : {0u, 1u, 2u, 128u, 129u, 20'000u}) {
    const auto records = nlohmann::json::parse(json_of(numbers(count, true)));
    const auto values = nlohmann::json::parse(json_of(numbers(count, false)));
    REQUIRE(records["rows"].size() == count);
    REQUIRE(values["rows"].size() == count);
    bool in_order = true;
    for (std::size_t i = 0; i < count; ++i)
      in_order &= records["rows"][i]["number"] == i && values["rows"][i] == i;
    CHECK(in_order);
  }
  CHECK(fields_of(numbers(2, true)) ==
        ",\n\"rows\": [\n  {\"number\": 0},\n  {\"number\": 1}\n]");
  CHECK(fields_of(numbers(0, true)) == ",\n\"rows\": []");
}

TEST_CASE("JSON lines are the records of the main table") {
  CHECK(ndjson_of(numbers(2, true)) == "{\"number\": 0}\n{\"number\": 1}\n");
  CHECK(ndjson_of(sample([](RecordWriter& w) {
          w.count("modules", 2);
          w.list("rows", {}, Names{"a", "b"}, [&](const std::string& name) {
            w.module("module", name);
            w.module_versions("required_by", Names{"m"});
          });
        })) ==
        "{\"module\": \"a\", \"required_by\": [\"m\"]}\n"
        "{\"module\": \"b\", \"required_by\": [\"m\"]}\n");
  CHECK(ndjson_of(sample([](RecordWriter& w) { w.unknown("rows"); })).empty());
}

TEST_CASE("no text of a stranger leaves its string") {
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    const auto parsed =
        nlohmann::json::parse(json_of(sample([&](RecordWriter& w) {
          w.module_version("selected", ModuleRef{hostile, hostile});
          w.location("location", Place{hostile, 1, 1});
          w.texts("notes", Names{hostile});
        })));
    CHECK(parsed.size() == 5);
    CHECK(parsed["notes"].size() == 1);
    CHECK(parsed["location"]["file"] == parsed["notes"][0]);
  }
}

}  // namespace
}  // namespace modgraph::test
