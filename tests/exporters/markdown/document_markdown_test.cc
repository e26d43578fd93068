// Documents as Markdown. That GitHub's parser sees what we mean is tested by
// tests/reports.

#include "exporters/markdown/document_markdown.h"

#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string markdown_of(const Document& document) {
  Sink out;
  write_document_markdown(document, Length::kShort, out);
  return std::move(out).take_text();
}

// The line of a sentence with one field.
std::string markdown_of_name(std::string_view name) {
  return markdown_of(sample([&](RecordWriter& w) {
    w.module("module", name);
    w.say("see {module}");
  }));
}

// The only row of a table with one column.
std::string row_of(std::string_view name) {
  const std::string table = markdown_of(sample([&](RecordWriter& w) {
    w.list("rows", {"modules"}, std::vector<std::string>{std::string(name)},
           [&](const std::string& n) { w.module("module", n); });
  }));
  const std::size_t begin = table.find("| --- |\n") + 8;
  return table.substr(begin, table.find('\n', begin) - begin);
}

TEST_CASE("titles are headings, rows are lists below them") {
  CHECK(markdown_of(sample([&](RecordWriter& w) {
          w.remark("Two modules require each other.");
          w.list("rows", {"Cycles"}, std::vector<int>{1}, [&](int) {
            w.module("module", "a.example/b");
            w.say("{module} is on a cycle");
            w.module_versions("members",
                              std::vector<std::string>{"a.example/b@v1.0.0"},
                              {"Members"});
          });
        })) ==
        "Two modules require each other.\n\n\n"
        "### Cycles: 1\n\n"
        "- `a.example/b` is on a cycle\n"
        "  - Members: 1\n"
        "    - `a.example/b@v1.0.0`\n");
}

TEST_CASE("chains have arrows between names") {
  CHECK(markdown_of(sample([&](RecordWriter& w) {
          ListStyle style;
          style.is_chain = true;
          w.module_versions("chain", std::vector<std::string>{"a", "b@v1.0.0"},
                            style);
          w.say("{chain}");
        })) == "`a` \u2192 `b@v1.0.0`\n\n");
}

TEST_CASE("a table has its numbers on the right") {
  CHECK(markdown_of(sample([&](RecordWriter& w) {
          w.list("rows", {"Modules"}, std::vector<int>{12}, [&](int n) {
            w.module("module", "a.example/b");
            w.count("versions", static_cast<std::uint64_t>(n));
            w.version("version", "");
          });
        })) ==
        "### Modules: 1\n\n"
        "\n| module | versions | version |\n| --- | ---: | --- |\n"
        "| `a.example/b` | 12 |   |\n\n");
}

TEST_CASE("punctuation between names is no code") {
  CHECK(markdown_of(sample([](RecordWriter& w) {
          w.module_and_version({"a.example/b", "v1.2.0"});
          w.module("by", "c.example/d");
          w.say("{module} {version} (required by {by}), selected: {version}");
        })) ==
        "`a.example/b` `v1.2.0` (required by `c.example/d`), selected: "
        "`v1.2.0`\n\n");
}

TEST_CASE("a bracket between names is said once") {
  CHECK(markdown_of(sample([&](RecordWriter& w) {
          w.module("module", "a.example/b");
          w.module("other", "c.example/d");
          w.say("{module} ({other})");
        })) == "`a.example/b` (`c.example/d`)\n\n");
}

TEST_CASE("a name is code, with as many backticks as it takes") {
  CHECK(markdown_of_name("@octocat") == "see `@octocat`\n\n");
  CHECK(markdown_of_name("#1 <b>") == "see `#1 <b>`\n\n");
  CHECK(markdown_of_name("a`b") == "see ``a`b``\n\n");
  CHECK(markdown_of_name("`") == "see `` ` ``\n\n");
}

TEST_CASE("what is no ordinary word of a sentence is code") {
  CHECK(markdown_of(sample([](RecordWriter& w) {
          w.text("reason", "see @octocat and https://example.com/x");
          w.say("reason: {reason}");
        })) == "reason: see `@octocat` and `https://example.com/x`\n\n");
}

TEST_CASE("no bar of a name ends its cell") {
  CHECK(row_of("a|b") == "| `a\\|b` |");
  CHECK(row_of("a\\|@octocat") == "| `a\\\\\\|@octocat` |");
  CHECK(row_of("a\\\\|b") == "| `a\\\\\\\\\\|b` |");
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    const std::string row = row_of(hostile);
    // Bars with an even number of backslashes before them: the two ends.
    std::size_t ends = 0;
    std::size_t backslashes = 0;
    for (const char c : row) {
      if (c == '|' && backslashes % 2 == 0) ++ends;
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    CHECK(ends == 2);
  }
}

TEST_CASE("no text of a stranger leaves its line") {
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    CHECK(count_of(markdown_of_name(hostile), "\n") == 2);
  }
}

}  // namespace
}  // namespace modgraph::test
