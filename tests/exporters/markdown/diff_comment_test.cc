#include "exporters/markdown/diff_comment.h"

#include "tests/support/test.h"
#include "tests/support/world_differences.h"

namespace modgraph::test {
namespace {

DiffAnswer answer_about(const std::string& before, const std::string& after,
                        const std::string& modules) {
  DiffAnswer out;
  out.base = {"commit", "main", "0123456789012345678901234567890123456789"};
  out.head = {"folder", "my app", ""};
  out.difference = difference_of_worlds(before, after, modules);
  return out;
}

std::string comment_about(const DiffAnswer& answer,
                          const DiffCommentOptions& options = {}) {
  Sink out;
  write_diff_comment(answer, options, out);
  return std::move(out).take_text();
}

TEST_CASE("one edit is the verdict") {
  CHECK(comment_about(answer_about("m/1.20: A1", "m/1.20: A2",
                                   "A1/1.20: | A2/1.20: B1 | B1/1.20:")) ==
        R"(<!-- modgraph:diff -->
**`example.com/A` `v1.1.0` → `v1.2.0` changes 2 modules: 1 new, 1 raised; the build has 2 → 3 modules.**

<details><summary>2 changes, and the edits behind each</summary>

| module | before | after | because of |
|---|---|---|---|
| `example.com/B` |   | `v1.1.0` | `example.com/A` |
| `example.com/A` | `v1.1.0` | `v1.2.0` | `example.com/A` |

</details>

<sub>`modgraph diff 0123456789 'my app'`</sub>
)");
}

TEST_CASE("what was lowered is named, with a comment of several") {
  CHECK(comment_about(answer_about("m/1.20: A2 B1", "m/1.20: A1",
                                   "A1/1.20: | A2/1.20: | B1/1.20:"),
                      {"api"})
            .starts_with(R"(<!-- modgraph:diff api -->
**2 edits of go.mod change 2 modules: 1 gone, 1 LOWERED; the build has 3 → 2 modules.**

- `example.com/A` `v1.2.0` → `v1.1.0`: 1 LOWERED
- `example.com/B` dropped, it was `v1.1.0`: 1 gone
- **lowered**: `example.com/A` `v1.2.0` → `v1.1.0`

<details>)"));
}

Finding banned_finding(const std::string& module) {
  Finding out;
  out.rule = find_rule("MG0001");
  out.level = Level::kError;
  out.message = "'" + module + "' v1.0.0 is banned: not reviewed";
  out.subjects.push_back({module, "v1.0.0"});
  out.location = Location{"go.mod", 8, 2, 0, {}, {}};
  return out;
}

TEST_CASE("new findings are named, and a row each") {
  DiffAnswer answer = answer_about("m/1.20: A1", "m/1.20: A1", "A1/1.20:");
  answer.findings.added = {banned_finding("evil.example/x")};
  answer.findings.added.front().suggestions.push_back({});
  answer.findings.added.front().suggestions.front().commands = {
      "go mod edit -droprequire=evil.example/x"};
  answer.findings.fixed = {banned_finding("evil.example/y")};
  CHECK(comment_about(answer) ==
        R"(<!-- modgraph:diff -->
**The build stays as it is: 2 modules.**

- **1 new finding, 1 fixed**: MG0001 banned-module of `evil.example/x`

<details><summary>1 new finding</summary>

| finding | line | what | fix, tried |
|---|---|---|---|
| error MG0001 | `go.mod#L8` | `evil.example/x` `v1.0.0` is banned: not reviewed | `go mod edit -droprequire=evil.example/x` |

</details>

<sub>`modgraph diff 0123456789 'my app'`</sub>
)");
}

TEST_CASE("many findings stay within the comment") {
  DiffAnswer answer =
      answer_about("m/1.20: A1", "m/1.20: A1 B1", "A1/1.20: | B1/1.20:");
  for (int i = 0; i < 900; ++i)
    answer.findings.added.push_back(
        banned_finding(std::string(5'000, '`') + std::to_string(i)));
  const std::string text = comment_about(answer);
  CHECK(text.size() <= kCommentBytes);
  CHECK(text.find("900 new findings") != std::string::npos);
  CHECK(text.find("more findings not shown") != std::string::npos);
  CHECK(text.find("| `example.com/B` |") != std::string::npos);
}

TEST_CASE("nothing changes in the build") {
  CHECK(comment_about(answer_about("m/1.20: A1", "m/1.20: A1", "A1/1.20:")) ==
        R"(<!-- modgraph:diff -->
**The build stays as it is: 2 modules.**

<sub>`modgraph diff 0123456789 'my app'`</sub>
)");
}

TEST_CASE("indirect lines that raise by themselves") {
  CHECK(
      comment_about(answer_about("m/1.20: A1 B1?", "m/1.20: A1 B2?",
                                 "A1/1.20: B1 | B1/1.20: | B2/1.20:"))
          .find("**Lines that say `// indirect` alone change 1 module: 1 "
                "raised; the build has 3 modules, as before.**\n\n<details>") !=
      std::string::npos);
}

TEST_CASE("what is too long is cut by rows, and counted") {
  const DiffAnswer answer =
      answer_about("m/1.20: A1", "m/1.20: A1 B1 C1 D1 E1",
                   "A1/1.20: | B1/1.20: | C1/1.20: | D1/1.20: | E1/1.20:");
  const std::string whole = comment_about(answer);
  for (std::size_t budget = 300; budget < whole.size() + 50; ++budget) {
    const std::string text = comment_about(answer, {"", budget});
    INFO(budget);
    CHECK((text.size() <= budget || budget < 800));
    CHECK(text.ends_with("</sub>\n"));
    CHECK((text == whole ||
           text.find("not shown: the comment would be too long") !=
               std::string::npos ||
           text.find("<details>") == std::string::npos));
  }
}

}  // namespace
}  // namespace modgraph::test
