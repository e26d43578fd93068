// Documents for a terminal.

#include "exporters/document/document_text.h"

#include "tests/support/document_texts.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

struct Row {
  std::string module;
  std::uint64_t versions = 0;
};

TEST_CASE("columns are aligned, numbers to the right") {
  const std::vector<Row> rows = {{"a/b", 2}, {"long/name", 10}};
  CHECK(text_of(sample([&](RecordWriter& w) {
          w.list("rows", {"modules"}, rows, [&](const Row& row) {
            w.module("module", row.module);
            w.count("versions", row.versions);
          });
        })) ==
        "modules: 2\n"
        "  module     versions\n"
        "  a/b               2\n"
        "  long/name        10\n");
}

TEST_CASE("what belongs to a headline is below it") {
  CHECK(text_of(sample([&](RecordWriter& w) {
          w.list("rows", {"cycles"}, std::vector<int>{1}, [&](int) {
            w.module("module", "a");
            w.say("{module} is on a cycle");
            w.module_versions("members", std::vector<std::string>{"a", "b"},
                              {"members"});
            w.remark("removing 1 requirement breaks it");
          });
        })) ==
        "cycles: 1\n"
        "  a is on a cycle\n"
        "    members: 2\n"
        "      a\n"
        "      b\n"
        "    removing 1 requirement breaks it\n");
}

TEST_CASE("no text of a stranger leaves its line or moves the cursor") {
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    const std::string text = text_of(sample([&](RecordWriter& w) {
      w.module("module", hostile);
      w.text("says", hostile);
      w.say("{module}: {says}");
    }));
    CHECK(count_of(text, "\n") == 1);
    for (const char c : text)
      CHECK(
          (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)));
  }
}

}  // namespace
}  // namespace modgraph::test
