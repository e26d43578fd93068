#include "importers/go_mod/go_mod_edit.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

using K = EditKind;

// The edit that a flag means, as a flag again, or why it is refused.
std::string read_flag(EditKind kind, std::string_view argument,
                      ManifestKind file = ManifestKind::kGoMod) {
  const auto edit = read_edit_flag(kind, argument, file);
  return edit ? flag_of(*edit) : "!" + edit.error()[0].message;
}

std::string read_work(EditKind kind, std::string_view argument) {
  return read_flag(kind, argument, ManifestKind::kGoWork);
}

TEST_CASE("a requirement is path@version") {
  CHECK(read_flag(K::kRequire, "a.b/c@v1.0.0") == "-require=a.b/c@v1.0.0");
  CHECK(read_flag(K::kRequire, " a.b/c @ v1.0.0 ") == "-require=a.b/c@v1.0.0");
  CHECK(read_flag(K::kRequire, "hello@latest") == "-require=hello@latest");
  CHECK(read_flag(K::kRequire, "a@b@c") == "-require=a@b@c");
  CHECK(read_flag(K::kRequire, "a.b/c") ==
        "!-require=a.b/c: need path@version");
  CHECK(read_flag(K::kRequire, "a.b/c@") ==
        "!-require=a.b/c@: invalid version \"\"");
  CHECK(read_flag(K::kRequire, "a.b/c@v1 2") ==
        "!-require=a.b/c@v1 2: invalid version \"v1 2\"");
  CHECK(read_flag(K::kRequire, "a.b/c@/v") ==
        "!-require=a.b/c@/v: invalid module version \"/v\"");
  CHECK(read_flag(K::kRequire, "a b@v1") ==
        "!-require=a b@v1: invalid path: malformed import path \"a b\": "
        "invalid char ' '");
  CHECK(read_flag(K::kRequire, "./a@v1.0.0") ==
        "!-require=./a@v1.0.0: invalid path: malformed import path \"./a\": "
        "invalid path element \".\"");
}

TEST_CASE("what is dropped is a path") {
  CHECK(read_flag(K::kDropRequire, "a.b/c") == "-droprequire=a.b/c");
  CHECK(read_flag(K::kDropRequire, "a.b/c@v1.0.0") ==
        "!-droprequire=a.b/c@v1.0.0: need just path, not path@version");
  CHECK(read_flag(K::kDropExclude, "a.b/c@anything") ==
        "-dropexclude=a.b/c@anything");
}

TEST_CASE("exclusions are of canonical versions of their path") {
  CHECK(read_flag(K::kExclude, "a.b/c@v1.0.0") == "-exclude=a.b/c@v1.0.0");
  CHECK(read_flag(K::kExclude, "a.b/c@v2.0.0+incompatible") ==
        "-exclude=a.b/c@v2.0.0+incompatible");
  CHECK(read_flag(K::kExclude, "a.b/c@v1.0.0+meta") ==
        "!-exclude=a.b/c@v1.0.0+meta: version \"v1.0.0+meta\" invalid: must be "
        "of the form v1.2.3");
  CHECK(read_flag(K::kExclude, "a.b/c/v3@master") ==
        "!-exclude=a.b/c/v3@master: version \"master\" invalid: must be of the "
        "form v3.2.3");
  CHECK(read_flag(K::kExclude,
                  "gopkg.in/x.v1@v0.0.0-20200101000000-abcdefabcdef") ==
        "-exclude=gopkg.in/x.v1@v0.0.0-20200101000000-abcdefabcdef");
}

TEST_CASE("a replacement is old=new") {
  CHECK(read_flag(K::kReplace, "a.b/c=../c") == "-replace=a.b/c=../c");
  CHECK(read_flag(K::kReplace, "a.b/c = ../my c ") == "-replace=a.b/c=../my c");
  CHECK(read_flag(K::kReplace, "a.b/c@v1=a.b/d@v2") ==
        "-replace=a.b/c@v1=a.b/d@v2");
  CHECK(read_flag(K::kReplace, "a.b/c=./d=e") == "-replace=a.b/c=./d=e");
  CHECK(read_flag(K::kReplace, "a.b/c") ==
        "!-replace=a.b/c: need old[@v]=new[@w] (missing =)");
  CHECK(read_flag(K::kReplace, "a.b/c=>./d") ==
        "!-replace=a.b/c=>./d: separator between old and new is =, not =>");
  CHECK(read_flag(K::kReplace, "a.b/c=d") ==
        "!-replace=a.b/c=d: unversioned new path must be local directory");
  CHECK(read_flag(K::kReplace, "a.b/c@=./d") ==
        "!-replace=a.b/c@=./d: invalid old version: \"\"");
  CHECK(read_flag(K::kDropReplace, "./x") == "-dropreplace=./x");
  CHECK(read_flag(K::kDropReplace, "a.b/c@v1") == "-dropreplace=a.b/c@v1");
}

// The version of an edit's replacement.
std::string new_version(std::string_view argument, ManifestKind file) {
  return read_edit_flag(K::kReplace, argument, file)
      .value()
      .replacement.version;
}

TEST_CASE("a folder may have an @ in its name, but not in go.work") {
  CHECK(new_version("a.b/c=./d@e", ManifestKind::kGoMod) == "");
  CHECK(new_version("a.b/c=./d@e", ManifestKind::kGoWork) == "e");
}

TEST_CASE("go and toolchain lines have their forms") {
  CHECK(read_flag(K::kGo, "1.22rc1") == "-go=1.22rc1");
  CHECK(read_flag(K::kGo, "none") == "-go=none");
  CHECK(read_flag(K::kGo, "") ==
        "!-go=: invalid -go option; expecting something like \"-go 1.23.0\"");
  CHECK(read_flag(K::kToolchain, "default") == "-toolchain=default");
  CHECK(read_flag(K::kToolchain, "1.22")
            .starts_with("!-toolchain=1.22: invalid"));
}

TEST_CASE("go.work has fewer flags") {
  CHECK(read_work(K::kGo, "1.22") == "-go=1.22");
  CHECK(read_work(K::kDropReplace, "a.b/c") == "-dropreplace=a.b/c");
  CHECK(read_work(K::kRequire, "a.b/c@v1.0.0") ==
        "!-require=a.b/c@v1.0.0: go.work has no such directive");
}

// The edits in the order in which they are applied, as flags.
std::string ordered(const std::vector<ManifestEdit>& edits) {
  std::string out;
  const auto read = read_edits(edits, ManifestKind::kGoMod).value();
  for (const ManifestEdit& each : read) out += flag_of(each) + " ";
  return out;
}

TEST_CASE("the last go and toolchain lines come first") {
  CHECK(ordered({{K::kRequire, {"b", "v1"}},
                 {K::kToolchain, {"", "wrong"}},
                 {K::kToolchain, {"", "go1.23.1"}},
                 {K::kGo, {"", "1.22"}},
                 {K::kDropRequire, {"a", ""}},
                 {K::kGo, {"", "1.23"}}}) ==
        "-go=1.23 -toolchain=go1.23.1 -require=b@v1 -droprequire=a ");
}

}  // namespace
}  // namespace modgraph
