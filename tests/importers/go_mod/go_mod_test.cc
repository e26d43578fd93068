#include "importers/go_mod/go_mod.h"

#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string edit(std::string_view text) {
  return test::facts(parse_go_mod("go.mod", std::string(text)));
}

std::string lax(std::string_view text) {
  return test::facts(parse_go_mod_lax("go.mod", std::string(text)));
}

std::string work(std::string_view text) {
  return test::facts(parse_go_work("go.work", std::string(text)));
}

TEST_CASE("an empty file is a manifest without facts") {
  CHECK(edit("") == "");
  CHECK(edit("\n// only comments\n") == "");
  CHECK(lax("") == "");
  CHECK(work("") == "");
}

TEST_CASE("every directive is read, line or block") {
  CHECK(edit("module m") == "module m");
  CHECK(edit("module (\n\tm\n)\n") == "module m");
  CHECK(edit("go 1.21\ntoolchain go1.21.3\n") ==
        "go 1.21 | toolchain go1.21.3");
  CHECK(edit("godebug a=b\ngodebug (\n\tdefault=go1.21\n\tc=\n\t=d=e\n)") ==
        "godebug a=b | godebug default=go1.21 | godebug c= | godebug =d=e");
  CHECK(edit("require a.b/c v1.0.0") == "require a.b/c v1.0.0");
  CHECK(edit("require (\n\ta.b/c v1.0.0\n\ta.b/d v0.1.0\n)\n") ==
        "require a.b/c v1.0.0 | require a.b/d v0.1.0");
  CHECK(edit("exclude a.b/c v1.0.0") == "exclude a.b/c v1.0.0");
  CHECK(edit("replace a.b/c => ../c") == "replace a.b/c => ../c");
  CHECK(edit("replace a.b/c v1.0.0 => d.e/f v1.1.0") ==
        "replace a.b/c v1.0.0 => d.e/f v1.1.0");
  CHECK(edit("retract v1.0.0\nretract [v1.1.0, v1.2.0]") ==
        "retract v1.0.0 | retract v1.1.0..v1.2.0");
  CHECK(edit("tool a.b/c/cmd/d") == "tool a.b/c/cmd/d");
  CHECK(edit("ignore ./node_modules\nignore (\n\tdocs\n)") ==
        "ignore ./node_modules | ignore docs");
  CHECK(edit("require ( )\nrequire (\n)") == "");
}

TEST_CASE("line ends and blanks do not matter") {
  CHECK(edit("module m\r\n\r\ngo 1.21\r\n") == "module m | go 1.21");
  CHECK(edit("\tmodule\t m  \n  go 1.21") == "module m | go 1.21");
  CHECK(edit("module m // x\r") == "module m");
}

TEST_CASE("arguments may be quoted") {
  CHECK(edit("module \"m\"") == "module m");
  CHECK(edit("require \"a.b/c\" \"v1.0.0\"") == "require a.b/c v1.0.0");
  CHECK(edit("replace a.b/c => \"./with space\"") ==
        "replace a.b/c => ./with space");
  CHECK(edit("tool \"a\\x2eb\"") == "tool a.b");
  CHECK(edit("tool \"\"") == "tool ");
}

TEST_CASE("repeated requirements are kept in their order") {
  CHECK(edit("require a.b/c v1.1.0\nrequire a.b/c v1.0.0") ==
        "require a.b/c v1.1.0 | require a.b/c v1.0.0");
}

TEST_CASE("versions become canonical") {
  CHECK(edit("require a.b/c v1.2") == "require a.b/c v1.2.0");
  CHECK(edit("require a.b/c v1.0.0+meta") == "require a.b/c v1.0.0");
  CHECK(edit("require a.b/c v2.0.0+incompatible") ==
        "require a.b/c v2.0.0+incompatible");
  CHECK(lax("require a.b/c v1.2") == "require a.b/c v1.2.0");
  CHECK(edit("replace a.b/c v1 => d.e/f v2") ==
        "replace a.b/c v1.0.0 => d.e/f v2.0.0");
  CHECK(work("replace a.b/c v1 => d.e/f v2") ==
        "replace a.b/c v1.0.0 => d.e/f v2.0.0");
  // Retractions are what they are: the module's path may stand below them.
  CHECK(edit("retract v1\nretract [x, \"y\"]") == "retract v1 | retract x..y");
}

TEST_CASE("versions fit the major in the path") {
  CHECK(edit("require a.b/c/v2 v2.1.0") == "require a.b/c/v2 v2.1.0");
  CHECK(edit("require gopkg.in/yaml.v2 v2.1.0") ==
        "require gopkg.in/yaml.v2 v2.1.0");
  CHECK(edit("require gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405") ==
        "require gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405");
  CHECK(edit("require a.b/c/v2 v1.0.0") ==
        "!1:18 require 'a.b/c/v2': version 'v1.0.0' does not fit the path: "
        "should be v2, not v1");
  // The right side of a replacement may have any version.
  CHECK(edit("replace a.b/c => d.e/f v3.0.0") ==
        "replace a.b/c => d.e/f v3.0.0");
}

TEST_CASE("indirect is marked by the first comment behind the line") {
  const auto is_indirect = [](std::string_view comment) {
    const std::string line = "require a.b/c v1.0.0";
    return edit(line + " " + std::string(comment)).ends_with(" indirect");
  };
  for (const std::string_view comment :
       {"// indirect", "//indirect", "//\tindirect  ", "// indirect; why",
        "//indirect; x y", "//\u00a0indirect", "// indirect\r"})
    CHECK(is_indirect(comment));
  for (const std::string_view comment :
       {"", "//", "// Indirect", "// indirect, x", "// indirect x",
        "// indirect;", "// not indirect", "// indirect // x", "/// indirect",
        "// indirect;x", "// x\n// indirect"})
    CHECK_FALSE(is_indirect(comment));
  CHECK(edit("require ( // indirect\n\ta.b/c v1.0.0\n)") ==
        "require a.b/c v1.0.0");
  CHECK(edit("require (\n\ta.b/c v1.0.0//indirect\n)") ==
        "require a.b/c v1.0.0 indirect");
  CHECK(edit("require (\n\t// indirect\n\ta.b/c v1.0.0\n)") ==
        "require a.b/c v1.0.0");
}

TEST_CASE("deprecation is a paragraph of the module's comments") {
  CHECK(edit("// Deprecated: use n\nmodule m") == "module m deprecated(use n)");
  CHECK(edit("module m // Deprecated: use n") == "module m deprecated(use n)");
  CHECK(edit("// About m.\n//\n// Deprecated:   a\n// b\n//\n// c\nmodule m") ==
        "module m deprecated(a\nb)");
  CHECK(edit("// About m.\n// Deprecated: a\nmodule m") == "module m");
  CHECK(edit("// deprecated: a\nmodule m") == "module m");
  CHECK(edit("// Deprecated: a\n\nmodule m") == "module m");
  CHECK(edit("// Deprecated: a\nmodule m // b") == "module m deprecated(a\nb)");
  CHECK(edit("// Deprecated: a\nmodule (\n\tm\n)") == "module m deprecated(a)");
  CHECK(edit("// Deprecated: a\nmodule (\n\tm // b\n)") == "module m");
  CHECK(edit("// Deprecated: a\n//\n// Deprecated: b\nmodule m") ==
        "module m deprecated(a)");
  CHECK(edit("// Deprecated:\nmodule m") == "module m");
}

TEST_CASE("the rationale of a retraction is all its comments") {
  CHECK(edit("retract v1.0.0 // broken") == "retract v1.0.0 (broken)");
  CHECK(edit("// one\n//   two\nretract v1.0.0 // three") ==
        "retract v1.0.0 (one\ntwo\nthree)");
  CHECK(edit("// all\nretract (\n\tv1.0.0\n\tv1.1.0 // own\n)") ==
        "retract v1.0.0 (all) | retract v1.1.0 (own)");
  CHECK(edit("// all\nretract (\n\tv1.0.0\n\n\tv1.1.0\n)") ==
        "retract v1.0.0 (all) | retract v1.1.0");
  CHECK(edit("retract ( // not this\n\tv1.0.0\n)") == "retract v1.0.0");
}

TEST_CASE("a dependency's file is read for what counts in it") {
  CHECK(lax("module m\ngo 1.17\ntoolchain x y\nfuture (\n\ta b\n)\nfuture\n"
            "godebug\nexclude x\nreplace\ntool\nuse\nrequire a.b/c v1.0.0\n"
            "retract v1.0.0\nignore x\n") ==
        "module m | go 1.17 | require a.b/c v1.0.0 | retract v1.0.0 | "
        "ignore x");
  CHECK(lax("go (\n\t1.17\n)\nrequire x (\n\ty\n)") == "");
  CHECK(lax("go 1.21.x") == "go 1.21");
  CHECK(lax("go v1.21.0-custom") == "go 1.21");
}

TEST_CASE("retractions of dependencies may be of a kind not known yet") {
  CHECK(lax("retract (\n\tv1.0.0\n\t(v1, v2]\n\t[v1\n\tv1.1.0 more\n)") ==
        "retract v1.0.0 | retract v1.1.0");
  CHECK(lax("retract `v1`\nretract") == "");
}

TEST_CASE("dependencies have errors too") {
  CHECK(
      lax("require a.b/c master") ==
      "!1:15 require 'a.b/c': version 'master' does not have the form v1.2.3");
  CHECK(lax("go v1.21") ==
        "!1:4 invalid go version 'v1.21': it does not have the form 1.23.0");
  CHECK(lax("module m\nmodule n") ==
        "!2:1 repeated module directive; the first one is in line 1");
  CHECK(lax("future (\n") ==
        "!1:1 syntax error: unterminated block; the file ends at go.mod:2:1 "
        "without its ')'");
}

TEST_CASE("a comment can be taken from the line that it stands on") {
  // What the go command does with a comment behind a skipped line that is
  // longer than one line.
  CHECK(lax("require a.b/c v1.0.0\nfuture \"\\\n\" // indirect") ==
        "require a.b/c v1.0.0 indirect");
}

TEST_CASE("a go.work file has its own directives") {
  CHECK(work("go 1.21\ntoolchain go1.22.0\ngodebug a=b\nuse .\n"
             "use (\n\t./x\n\t\"../y z\"\n)\nreplace a.b/c => ./c\n") ==
        "go 1.21 | toolchain go1.22.0 | godebug a=b | "
        "replace a.b/c => ./c | use . | use ./x | use ../y z");
  CHECK(work("require a.b/c v1.0.0") == "!1:1 unknown directive: 'require'");
  CHECK(edit("use .") == "!1:1 unknown directive: 'use'");
}

TEST_CASE("all errors are reported, in the order of the file") {
  CHECK(edit("modul m\ngo x\n\"\nrequire a.b/c\n") ==
        "!1:1 unknown directive: 'modul' | "
        "!2:4 invalid go version 'x': it does not have the form 1.23.0 | "
        "!3:2 unexpected newline: the string is not closed | "
        "!4:1 require takes a module path and a version: require module/path "
        "v1.2.3");
}

TEST_CASE("directives know their place") {
  const std::string text =
      "module m\n\nrequire (\n\t\u00e9.b/c/d v1.0.0 // x\n)\n"
      "  exclude a.b/c v1.0.0\r\n";
  const auto manifest = parse_go_mod("go.mod", text);
  REQUIRE(manifest);
  CHECK(test::places(*manifest) ==
        "module 1:1-1:9 [0,8) | require 4:2-4:16 [21,36) block | "
        "exclude 6:3-6:23 [46,66)");
  CHECK(manifest->text == text);
  CHECK(manifest->file == "go.mod");
  CHECK(manifest->kind == ManifestKind::kGoMod);
}

TEST_CASE("files have a largest size, and errors a largest number") {
  CHECK(edit(std::string((std::size_t{64} << 20) + 1, '\n')) ==
        "!0:0 the file is larger than 64 MiB");
  std::string text;
  for (int i = 0; i < 10'001; ++i) text += "x\n";
  const auto manifest = parse_go_mod("go.mod", text);
  REQUIRE_FALSE(manifest);
  REQUIRE(manifest.error().size() == 10'001);
  CHECK(manifest.error().back().kind == ErrorKind::kLimit);
  CHECK(manifest.error().back().message ==
        "more than 10000 errors; the others are not shown");
  CHECK(manifest.error()[9'999].where.line == 10'000);
}

TEST_CASE("a line with many faults is reported once") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "/**/";
  CHECK(edit("go 1.21" + text + "\n\x01") ==
        "!1:8 a comment begins with //; there are no /* */ comments here | "
        "!2:1 unexpected character U+0001");
}

TEST_CASE("huge lines are read like others") {
  const std::string path = "a.b/" + std::string(8'000'000, 'c');
  CHECK(edit("require " + path + " v1.0.0") == "require " + path + " v1.0.0");
  const std::string error = edit(path + " x");
  CHECK(error.size() < 200);
  CHECK(error.starts_with("!1:1 unknown directive: 'a.b/cccc"));
}

}  // namespace
}  // namespace modgraph
