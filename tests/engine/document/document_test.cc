#include "engine/document/document.h"

#include <string>

#include "tests/support/document_shape.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr FieldShape kRowFields[] = {
    field("module", FieldType::kModule, "a module"),
    optional_field("bytes", FieldType::kBytes, "its size"),
    list_of("required_by", FieldType::kModuleVersion, "who requires it"),
};
constexpr RecordShape kRow{"row", kRowFields};
constexpr FieldShape kFields[] = {
    field("count", FieldType::kCount, "how many"),
    records("rows", kRow, "the rows"),
};
constexpr DocumentShape kShape{
    "sample", "A sample", {"sample", kFields}, "rows"};

void put_row(RecordWriter& out, std::string_view module) {
  out.module("module", module);
  out.unknown("bytes");
  out.module_versions("required_by", std::vector<std::string>{"A", "B@v1.0.0"});
}

// What is wrong with a document of one row that `write` writes.
template <class Write>
std::string wrong(Write write) {
  return test::misfit(Document(kShape, [&](RecordWriter& out) {
    out.count("count", 1);
    out.begin_list("rows");
    out.begin_record({});
    write(out);
    out.end_record();
    out.end_list();
  }));
}

TEST_CASE("a document has the fields of its shape, in its order") {
  CHECK(wrong([](RecordWriter& out) { put_row(out, "C"); }) == "");
  CHECK(wrong([](RecordWriter& out) { out.module("module", "C"); }) ==
        "sample.rows: 'bytes' is missing");
  CHECK(wrong([](RecordWriter& out) { out.bytes("bytes", 1); }) ==
        "sample.rows: 'bytes' where 'module' is due");
  CHECK(wrong([](RecordWriter& out) {
          put_row(out, "C");
          out.count("more", 1);
        }) == "sample.rows: 'more' is too much");
  CHECK(wrong([](RecordWriter& out) { out.text("module", "C"); }) ==
        "sample.rows.module is a text");
  CHECK(wrong([](RecordWriter& out) { out.unknown("module"); }) ==
        "sample.rows.module is null");
}

TEST_CASE("a sentence speaks of fields of its own record") {
  CHECK(wrong([](RecordWriter& out) {
          out.say("{module}, {required_by#user}");
          put_row(out, "C");
        }) == "");
  CHECK(wrong([](RecordWriter& out) {
          out.say("{count} modules");
          put_row(out, "C");
        }) == "sample.rows: a sentence speaks of 'count', which is no field");
}

TEST_CASE("text is copied, so that what it came from may go") {
  const Document document(kShape, [](RecordWriter& out) {
    std::string module = "example.com/a/name/that/is/not/kept/in/place";
    put_row(out, module);
    module.assign(module.size(), '?');
  });
  CHECK(document.items()[0].text ==
        "example.com/a/name/that/is/not/kept/in/place");
}

TEST_CASE("a long text does not move those before it") {
  Tape tape;
  const std::string_view first = tape.keep("first");
  const std::string_view large = tape.keep(std::string(100'000, 'x'));
  const std::string_view last = tape.keep("last");
  CHECK(first == "first");
  CHECK(large.size() == 100'000);
  CHECK(last == "last");
  CHECK(tape.keep("a", "@", "b") == "a@b");
}

TEST_CASE("what begins at an index ends where its record or list does") {
  const Document document(kShape, [](RecordWriter& out) {
    out.count("count", 1);
    out.begin_list("rows");
    out.begin_record({});
    put_row(out, "C");
    out.end_record();
    out.end_list();
  });
  const auto items = document.items();
  CHECK(after(items, 0) == 1);
  CHECK(after(items, 1) == items.size());
  CHECK(inside(items, 1).front().kind == ItemKind::kRecord);
  CHECK(inside(inside(items, 1), 0).front().text == "C");
  CHECK(main_table(document) == 1);
}

TEST_CASE("appending a document appends its fields") {
  const Document inner(kShape, [](RecordWriter& out) {
    out.count("count", 2);
    out.elements("rows", {}, {2, 2, true, false, [](RecordWriter& to, auto i) {
                                put_row(to, i == 0 ? "C" : "D");
                              }});
  });
  const Document outer(kShape, [&](RecordWriter& out) { out.append(inner); });
  CHECK(test::misfit(outer) == "");
  CHECK(outer.items().size() == inner.items().size());
}

}  // namespace
}  // namespace modgraph
