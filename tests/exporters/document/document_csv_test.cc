// The main table of documents as CSV.

#include "exporters/document/document_csv.h"

#include <algorithm>

#include "tests/support/document_texts.h"
#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

using Names = std::vector<std::string>;

constexpr FieldShape kEffectFields[] = {
    field("added", FieldType::kCount, "modules added"),
    field("changed", FieldType::kCount, "modules changed"),
};
constexpr RecordShape kEffect{"effect", kEffectFields};

constexpr FieldShape kRowFields[] = {
    field("module", FieldType::kModule, "its path"),
    optional_field("location", FieldType::kLocation, "its line"),
    optional_field("replaced_at", FieldType::kLocation, "its replacement"),
    list_of("required_by", FieldType::kModuleVersion, "those that require it"),
    list_of("notes", FieldType::kText, "what else there is to say"),
    lists_of("chains", FieldType::kModuleVersion, "chains to it"),
    records("fixes", kEffect, "suggested fixes"),
    optional_record("effect", kEffect, "of an edit"),
    optional_field("bytes", FieldType::kBytes, "its size"),
    field("seconds", FieldType::kSeconds, "its time"),
    field("share", FieldType::kNumber, "of all"),
    field("direct", FieldType::kFlag, "is it required directly?"),
};
constexpr RecordShape kRow{"row", kRowFields};
constexpr FieldShape kTopFields[] = {
    field("command", FieldType::kCommand, "a line for a shell"),
    records("rows", kRow, "the table"),
};
constexpr DocumentShape kTable{
    "table", "a table", {"table", kTopFields}, "rows"};
constexpr DocumentShape kNoTable{
    "plain", "no table", {"plain", kRowFields}, ""};

constexpr std::string_view kHead =
    "module,file,line,column,replaced_at_file,replaced_at_line,"
    "replaced_at_column,required_by,notes,chains,fixes,effect_added,"
    "effect_changed,bytes,seconds,share,direct\r\n";

void write_full(RecordWriter& w) {
  w.module("module", "a.example/b");
  w.location("location", Place{"sub dir/go.mod", 14, 2});
  w.location("replaced_at", Place{"go.work", 3, 1});
  w.module_versions("required_by", Names{"m", "c.example/d@v1.0.0"});
  w.texts("notes", Names{"one, two", "three"});
  w.begin_list("chains");
  w.module_versions({}, Names{"m", "a.example/b@v1.2.0"});
  w.module_versions({}, Names{"m"});
  w.end_list();
  w.list("fixes", {}, std::vector<int>{1, 2, 3}, [&](int) {
    w.count("added", 0);
    w.count("changed", 0);
  });
  w.record("effect", [&] {
    w.count("added", 1);
    w.count("changed", 2);
  });
  w.bytes("bytes", 4096);
  w.seconds("seconds", 1'500'000'000);
  w.number("share", 0.25);
  w.flag("direct", true);
  w.say("{module}");
}

void write_unknown(RecordWriter& w) {
  w.module("module", "a.example/b");
  w.unknown("location");
  w.unknown("replaced_at");
  w.module_versions("required_by", Names{});
  w.texts("notes", Names{});
  w.module_versions("chains", Names{});
  w.begin_list("fixes");
  w.end_list();
  w.unknown("effect");
  w.unknown("bytes");
  w.seconds("seconds", 0);
  w.number("share", 0);
  w.flag("direct", false);
}

template <class WriteRow>
Document table(const std::vector<int>& rows, WriteRow write) {
  return Document(kTable, [&](RecordWriter& w) {
    w.command("command", "modgraph");
    w.list("rows", {}, rows, [&](int) { write(w); });
  });
}

TEST_CASE("a location takes three columns, a record one for each field") {
  CHECK(csv_of(table({1}, write_full)) ==
        std::string(kHead) +
            "a.example/b,sub dir/go.mod,14,2,go.work,3,1,"
            "m c.example/d@v1.0.0,\"one, two; three\",2,3,1,2,4096,1.5,0.250,"
            "true\r\n");
}

TEST_CASE("what is not known is an empty cell") {
  CHECK(csv_of(table({1}, write_unknown)) ==
        std::string(kHead) + "a.example/b,,,,,,,,,,,,,,0,0.000,false\r\n");
}

TEST_CASE("a table without rows has a head") {
  CHECK(csv_of(table({}, write_full)) == kHead);
}

TEST_CASE("a table that is not known has a head") {
  CHECK(csv_of(Document(kTable, [](RecordWriter& w) {
          w.command("command", "modgraph");
          w.unknown("rows");
        })) == kHead);
}

TEST_CASE("a document without a table is one row") {
  CHECK(csv_of(Document(kNoTable, write_unknown)) ==
        std::string(kHead) + "a.example/b,,,,,,,,,,,,,,0,0.000,false\r\n");
}

TEST_CASE("a table as long as the graph has all its rows in order") {
  static constexpr FieldShape kOne[] = {
      field("number", FieldType::kCount, "which one it is"),
      list_of("odd", FieldType::kCount, "odd numbers"),
  };
  static constexpr RecordShape kNumber{"number", kOne};
  static constexpr FieldShape kTop[] = {
      records("rows", kNumber, "numbers"),
  };
  static constexpr DocumentShape kShape{
      "numbers", "numbers", {"numbers", kTop}, "rows"};
  const Document document(kShape, [](RecordWriter& w) {
    Elements all;
    all.count = 10'000;
    all.work = ~std::size_t{0};  // worth all threads
    all.write = [](RecordWriter& out, std::size_t i) {
      out.count("number", i);
      Elements odd;
      odd.count = 2;
      odd.are_records = false;
      odd.write = [](RecordWriter& o, std::size_t n) {
        o.count({}, 2 * n + 1);
      };
      out.elements("odd", {}, odd);
    };
    w.elements("rows", {}, all);
  });
  std::string expected = "number,odd\r\n";
  for (int i = 0; i < 10'000; ++i) expected += std::to_string(i) + ",1 3\r\n";
  CHECK((csv_of(document) == expected));
}

TEST_CASE("no text of a stranger is a formula or more than one cell") {
  static constexpr FieldShape kOne[] = {
      field("module", FieldType::kModule, "its path"),
      list_of("notes", FieldType::kText, "what else there is to say"),
  };
  static constexpr DocumentShape kShape{"one", "one row", {"one", kOne}, ""};
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    const std::string text = csv_of(Document(kShape, [&](RecordWriter& w) {
      w.module("module", hostile);
      w.texts("notes", Names{hostile});
    }));
    REQUIRE(text.starts_with("module,notes\r\n"));
    std::size_t cells = 1;
    bool in_quotes = false;
    for (const char c : text.substr(14)) {
      if (c == '"') in_quotes = !in_quotes;
      if (c == ',' && !in_quotes) ++cells;
    }
    CHECK(cells == 2);
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
    const char first = text[14] == '"' ? text[15] : text[14];
    CHECK(std::string_view("=+-@").find(first) == std::string_view::npos);
  }
}

}  // namespace
}  // namespace modgraph::test
