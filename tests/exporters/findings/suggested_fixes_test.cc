#include "exporters/findings/suggested_fixes.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string patch(const EditedFile& file) {
  Sink out;
  write_patch({&file, 1}, out);
  return std::move(out).take_text();
}

std::string patch(std::string before, std::string after) {
  return patch({"go.mod", std::move(before), std::move(after)});
}

TEST_CASE("a patch has three lines of context") {
  CHECK(patch("1\n2\n3\n4\nold\n6\n7\n8\n9\n",
              "1\n2\n3\n4\nnew\n6\n7\n8\n9\n") == R"(--- a/go.mod
+++ b/go.mod
@@ -2,7 +2,7 @@
 2
 3
 4
-old
+new
 6
 7
 8
)");
}

TEST_CASE("a patch says where the last line has no end") {
  CHECK(patch("old", "new\n") == R"(--- a/go.mod
+++ b/go.mod
@@ -1 +1 @@
-old
\ No newline at end of file
+new
)");
}

TEST_CASE("no file changes: an empty patch") {
  CHECK(patch("same\n", "same\n").empty());
}

TEST_CASE("nothing in the name of a file ends the line of its header") {
  CHECK(patch({"a\nb\"/go.mod", "old\n", "new\n"})
            .starts_with("--- \"a/a\\012b\\\"/go.mod\"\n"
                         "+++ \"b/a\\012b\\\"/go.mod\"\n"));
}

TEST_CASE("a name that is not ASCII is quoted as git does") {
  CHECK(patch({"\u202e/go.mod", "old\n", "new\n"})
            .starts_with("--- \"a/\\342\\200\\256/go.mod\"\n"));
}

TEST_CASE("a patch shows nothing that a terminal obeys") {
  CHECK(patch("old\n// \033]0;x\a\u202e\n", "new\n// \033]0;x\a\u202e\n") ==
        "there is no patch: a line of it cannot be shown\n"
        "   // \\x1b]0;x\\x07\\u{202e}\n"
        "-f script and --apply make the same edits\n");
  CHECK(
      patch("old\r\n\t1\r\n", "new\r\n\t1\r\n").starts_with("--- a/go.mod\n"));
  const std::string far = "old\n1\n2\n3\n";
  CHECK(patch(far + "\033[2J\n", "new" + far.substr(3) + "\033[2J\n")
            .starts_with("--- a/go.mod\n"));
}

TEST_CASE("a script has the commands of each step, and what they mean") {
  SuggestedFix fix;
  fix.title = "require example.com/a\nv1.2.0";
  fix.commands = {"go mod edit -require=example.com/a@v1.2.0"};
  fix.effect.removed = {"example.com/b@v1.0.0"};
  fix.side_effects = {"go mod tidy undoes it"};
  Sink out;
  write_script({&fix, 1}, out);
  CHECK(std::move(out).take_text() == R"(#!/bin/sh
set -eu

# require example.com/a\x0av1.2.0: 0 added, 1 removed, 0 changed
# note: go mod tidy undoes it
go mod edit -require=example.com/a@v1.2.0
)");
}

TEST_CASE("a command that would not stay one line is not written") {
  SuggestedFix fix;
  fix.title = "drop it";
  fix.commands = {"go mod edit -droprequire=a 'b\n::error::x/go.mod'",
                  "go mod edit -droprequire=c"};
  Sink out;
  write_script({&fix, 1}, out);
  CHECK(std::move(out).take_text() == R"(#!/bin/sh
set -eu

# drop it: the build list stays the same
echo 'not done, a name in it cannot be shown: go mod edit -droprequire=a '\''b\x0a::error::x/go.mod'\''' >&2
go mod edit -droprequire=c
)");
}

}  // namespace
}  // namespace modgraph
