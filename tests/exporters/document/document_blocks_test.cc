// What people see of a document: sentences, lists and tables, and how much of
// them.

#include "exporters/document/document_blocks.h"

#include "tests/support/document_texts.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

using Names = std::vector<std::string>;

Names numbered(std::size_t count) {
  Names out;
  for (std::size_t i = 1; i <= count; ++i)
    out.push_back("m" + std::to_string(i));
  return out;
}

// "requires {names}" about so many modules.
std::string sentence_about(std::size_t count, bool is_chain) {
  return text_of(sample([&](RecordWriter& w) {
    ListStyle style;
    style.is_chain = is_chain;
    w.module_versions("names", numbered(count), style);
    w.say("{names}");
  }));
}

// A list of records, each with a sentence about its module.
Document modules(std::size_t count) {
  return sample([&](RecordWriter& w) {
    w.list("rows", {"modules", 3}, numbered(count),
           [&](const std::string& name) {
             w.module("module", name);
             w.say("{module}");
           });
  });
}

TEST_CASE("the names in a sentence are marked, its prose is not") {
  const auto blocks = blocks_of(sample([](RecordWriter& w) {
    w.module("module", "a.example/b");
    w.count("modules", 2);
    w.say("{module} brings in {modules#module}");
  }));
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].kind == BlockKind::kLine);
  REQUIRE(blocks[0].pieces.size() == 3);
  CHECK(blocks[0].pieces[0].text == "a.example/b");
  CHECK(blocks[0].pieces[0].is_name);
  CHECK(blocks[0].pieces[1].text == " brings in ");
  CHECK_FALSE(blocks[0].pieces[1].is_name);
  CHECK(blocks[0].pieces[2].text == "2 modules");
}

TEST_CASE("a count agrees with its noun") {
  const auto says = [](std::uint64_t n) {
    return text_of(sample([n](RecordWriter& w) {
      w.count("n", n);
      w.say("{n#version}, {n#entry|entries}");
    }));
  };
  CHECK(says(0) == "0 versions, 0 entries\n");
  CHECK(says(1) == "1 version, 1 entry\n");
  CHECK(says(2) == "2 versions, 2 entries\n");
}

TEST_CASE("a sentence counts the elements of a list") {
  CHECK(text_of(sample([](RecordWriter& w) {
          w.module_versions("required_by", numbered(5));
          w.say("required by {required_by#module}");
        })) == "required by 5 modules\n");
}

TEST_CASE("a sentence speaks of a record's fields") {
  CHECK(text_of(sample([](RecordWriter& w) {
          w.say("replaced by {by.path} {by.version}");
          w.record("by", [&] {
            w.text("path", "m.example/fork");
            w.version("version", "v1.2.0");
          });
        })) == "replaced by m.example/fork v1.2.0\n");
}

TEST_CASE("a sentence names three elements, or four rather than one more") {
  CHECK(sentence_about(1, false) == "m1\n");
  CHECK(sentence_about(2, false) == "m1 and m2\n");
  CHECK(sentence_about(4, false) == "m1, m2, m3 and m4\n");
  CHECK(sentence_about(5, false) == "m1, m2, m3 and 2 more\n");
}

TEST_CASE("a chain is shown with arrows") {
  CHECK(sentence_about(3, true) == "m1 -> m2 -> m3\n");
  CHECK(sentence_about(13, true) ==
        "m1 -> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8 -> m9 -> m10 -> 3 "
        "more\n");
}

TEST_CASE("a list shows its first rows, or all of them") {
  CHECK(text_of(modules(2)) == "modules: 2\n  m1\n  m2\n");
  CHECK(text_of(modules(5)) == "modules: 5\n  m1\n  m2\n  m3\n  and 2 more\n");
  CHECK(blocks_of(modules(5), Length::kWhole).size() == 6);
  CHECK(blocks_of(modules(0)).empty());
}

TEST_CASE("of a list as long as the graph only the shown rows are made") {
  std::size_t made = 0;
  const Document document = sample([&](RecordWriter& w) {
    Elements all;
    all.count = 1'000'000;
    all.write = [&made](RecordWriter& out, std::size_t i) {
      ++made;
      out.count("number", i);
      out.say("number {number}");
    };
    w.elements("rows", {"numbers", 2}, all);
  });
  CHECK(text_of(document) ==
        "numbers: 1000000\n  number 0\n  number 1\n  and 999998 more\n");
  CHECK(made == 2);
}

TEST_CASE("records without sentences are a table of what fits into cells") {
  const auto blocks = blocks_of(sample([](RecordWriter& w) {
    w.list("rows", {"modules"}, Names{"a.example/b"},
           [&](const std::string& name) {
             w.module("module", name);
             w.count("required_versions", 2);
             w.unknown("bytes");
             w.module_versions("required_by", numbered(2));
           });
  }));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].kind == BlockKind::kTitle);
  const Block& table = blocks[1];
  REQUIRE(table.kind == BlockKind::kTable);
  CHECK(table.depth == 1);
  CHECK(table.columns == Names{"module", "required versions", "bytes"});
  CHECK(table.is_right == std::vector<bool>{false, true, true});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][0].is_name);
  CHECK(table.rows[0][1].text == "2");
  CHECK(table.rows[0][2].text == "?");
}

TEST_CASE("a table shows the columns that are named, lists among them") {
  const auto blocks = blocks_of(sample([](RecordWriter& w) {
    ListStyle style{"modules"};
    style.columns = {"module", "required_by"};
    w.list("rows", style, Names{"a.example/b"}, [&](const std::string& name) {
      w.module("module", name);
      w.count("versions", 2);
      w.module_versions("required_by", numbered(2));
    });
  }));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].columns == Names{"module", "required by"});
  CHECK(blocks[1].rows[0][1].text == "m1 and m2");
}

TEST_CASE("what has neither a title nor a sentence is for programs") {
  CHECK(blocks_of(sample([](RecordWriter& w) {
          w.count("modules", 2);
          w.module_versions("rows", numbered(2));
        })).empty());
}

TEST_CASE("sections are set apart") {
  const std::string text = text_of(sample([](RecordWriter& w) {
    w.remark("first");
    w.module_versions("rows", numbered(1), {"modules"});
    w.remark("last");
  }));
  CHECK(text == "first\n\nmodules: 1\n  m1\n\nlast\n");
}

TEST_CASE("sizes have IEC units") {
  CHECK(bytes_text(0) == "0 B");
  CHECK(bytes_text(1023) == "1023 B");
  CHECK(bytes_text(1024) == "1.0 KiB");
  CHECK(bytes_text(std::uint64_t{1024} * 1024 - 1) == "1.0 MiB");
  CHECK(bytes_text(4'404'019) == "4.2 MiB");
  CHECK(bytes_text(~std::uint64_t{0}) == "16777216.0 TiB");
}

TEST_CASE("times are rounded for people and exact for programs") {
  CHECK(seconds_text(12'344'500'000) == "12.345 s");
  CHECK(seconds_text(499'999) == "0.000 s");
  CHECK(exact_seconds(12'345'000'100) == "12.3450001");
  CHECK(exact_seconds(2'000'000'000) == "2");
  CHECK(exact_seconds(1) == "0.000000001");
}

}  // namespace
}  // namespace modgraph::test
