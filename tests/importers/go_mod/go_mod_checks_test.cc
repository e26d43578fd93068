#include "importers/go_mod/go_mod_checks.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string main_module(std::string_view text) {
  return test::facts(parse_main_go_mod("go.mod", std::string(text)));
}

std::string workspace(std::string_view text) {
  return test::facts(parse_main_go_work("go.work", std::string(text)));
}

std::string godebug(std::string_view key, std::string_view value = "1") {
  const GoModComplaint complaint = godebug_complaint(key, value);
  return complaint.message + (complaint.hint.empty() ? "" : "; ") +
         complaint.hint;
}

TEST_CASE("the main module may have a path that nobody can fetch") {
  CHECK(main_module("module m") == "module m");
  CHECK(main_module("module ex.com/m/v1") == "module ex.com/m/v1");
  CHECK(main_module("module go") ==
        "!1:1 invalid module path: 'go' is reserved");
  CHECK(main_module("module \"a b\"") ==
        "!1:1 malformed module path 'a b': invalid char ' '");
  CHECK(main_module("") == "!0:0 missing module declaration");
}

TEST_CASE("versions in the main module are canonical or wrong") {
  CHECK(main_module("module m\nrequire a.b/c v1.2.3") ==
        "module m | require a.b/c v1.2.3");
  CHECK(main_module("module m\nrequire a.b/c v1.2") ==
        "!2:15 require 'a.b/c': version 'v1.2' is a query that only a proxy "
        "can answer");
  // What the first Go commands with modules wrote.
  CHECK(main_module("module m\nrequire gopkg.in/yaml.v2 "
                    "v0.0.0-20180101000000-gopkgin-v2.0.1") ==
        "module m | require gopkg.in/yaml.v2 v2.0.1");
}

TEST_CASE("replacements of the main module fit their paths") {
  CHECK(main_module("module m\nreplace a.b/c => d.e/f/v2 v2.0.0") ==
        "module m | replace a.b/c => d.e/f/v2 v2.0.0");
  CHECK(main_module("module m\nreplace a.b/c => d.e/f v2.0.0") ==
        "!2:24 replace 'd.e/f': version 'v2.0.0' does not fit the path: "
        "should be v0 or v1, not v2");
  CHECK(main_module("module m\nreplace a.b/c => ./c v2.0.0") ==
        "!2:22 replacement './c' is a directory path, which has no version");
}

TEST_CASE("one thing has one replacement, or the same one again") {
  CHECK(main_module("module m\nreplace (\na.b/c => ./c\na.b/c v1.0.0 => ./d\n"
                    "a.b/c => ./c\n)") ==
        "module m | replace a.b/c => ./c | replace a.b/c v1.0.0 => ./d | "
        "replace a.b/c => ./c");
  CHECK(main_module("module m\nreplace a.b/c => ./c\nreplace a.b/c => ./d") ==
        "!3:1 conflicting replacements for 'a.b/c': './c' in line 2, and "
        "'./d'");
}

TEST_CASE("checks wait until the file can be read") {
  CHECK(main_module("go x") ==
        "!1:4 invalid go version 'x': it does not have the form 1.23.0");
}

TEST_CASE("godebug settings are those that Go knows") {
  for (const std::string_view key :
       {"allowmultiplevcs", "panicnil", "x509usepolicies", "zipinsecurepath"})
    CHECK(godebug(key) == "");
  CHECK(godebug("default", "go1.21") == "");
  CHECK(godebug("default", "1.21") ==
        "value '1.21' for godebug default= must be goVERSION; "
        "godebug default=go1.21");
  CHECK(godebug("") == "unknown godebug ''");
  CHECK(godebug("zzz") == "unknown godebug 'zzz'");
  CHECK(godebug("panicnul") ==
        "unknown godebug 'panicnul'; did you mean 'panicnil'?");
  CHECK(godebug("x509sha1") ==
        "use of godebug 'x509sha1', which Go 1.24 removed; "
        "see https://go.dev/doc/godebug");
}

TEST_CASE("a workspace uses a folder once") {
  CHECK(workspace("use .\nuse ./a\nuse ../a\nuse /a\nuse ../../a") ==
        "use . | use ./a | use ../a | use /a | use ../../a");
  const auto repeats = [](std::string_view a, std::string_view b) {
    return workspace("use " + std::string(a) + "\nuse " + std::string(b))
        .starts_with("!2:1 ");
  };
  CHECK(repeats("a", "./a"));
  CHECK(repeats("./a/", "a//"));
  CHECK(repeats("a/b/../c", "a/c"));
  CHECK(repeats(".", "a/.."));
  CHECK(repeats("../a", "../b/../a"));
  CHECK(repeats("/", "/.."));
  CHECK(repeats("../..", "../x/../.."));
  CHECK_FALSE(repeats("a", "../a"));
  CHECK_FALSE(repeats("a", "A"));
}

}  // namespace
}  // namespace modgraph
