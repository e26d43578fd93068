#include "engine/model/module_path.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// A path and what is wrong with it as a module path and as an import path; ""
// is nothing.
struct PathRow {
  std::string_view path;
  std::string_view module;
  std::string_view import;
};

constexpr std::string_view kNoDot = "missing dot in first path element";
constexpr std::string_view kNoVersion = "invalid version";
constexpr std::string_view kLeadingDot = "leading dot in path element";
constexpr std::string_view kTrailingDot = "trailing dot in path element";
constexpr std::string_view kShortName =
    "trailing tilde and digits in path element";

const std::vector<PathRow> kPaths = {
    {"example.com", "", ""},
    {"example.com/a", "", ""},
    {"example.com/a/b-c/d_e/f~g/h.i", "", ""},
    {"example.com/UPPER/Case", "", ""},
    {"1.2/3", "", ""},
    {"a-b.example/x", "", ""},
    {"a..b/x", "", ""},
    {"xn--bcher-kva.example/x", "", ""},
    {"example.com/a..b", "", ""},
    {"example.com/-a", "", ""},
    {"example.com/a-", "", ""},
    {"example.com/_", "", ""},
    {"example.com/~", "", ""},
    {"example.com/a~b1", "", ""},
    {"example.com/a1~", "", ""},
    {"example.com/~a", "", ""},
    {"example.com/a.b~1", "", ""},
    // The first element is a host name.
    {"m", kNoDot, ""},
    {"hello/world", kNoDot, ""},
    {"std", kNoDot, ""},
    {"Example.com/a", "invalid char 'E' in first path element", ""},
    {"example_1.com/a", "invalid char '_' in first path element", ""},
    {"example~.com/a", "invalid char '~' in first path element", ""},
    // Shape.
    {"", "empty string", "empty string"},
    {"/", "trailing slash", "trailing slash"},
    {"/a", "empty path element", "empty path element"},
    {"/example.com/a", "empty path element", "empty path element"},
    {"example.com/", "trailing slash", "trailing slash"},
    {"example.com//a", "double slash", "double slash"},
    {"//", "double slash", "double slash"},
    {"-example.com/a", "leading dash", "leading dash"},
    {"-", "leading dash", "leading dash"},
    // Dots.
    {".", "invalid path element \".\"", "invalid path element \".\""},
    {"..", "invalid path element \"..\"", "invalid path element \"..\""},
    {"./a", "invalid path element \".\"", "invalid path element \".\""},
    {"example.com/..", "invalid path element \"..\"",
     "invalid path element \"..\""},
    {"example.com/.../a", "invalid path element \"...\"",
     "invalid path element \"...\""},
    {".example.com/a", kLeadingDot, ""},
    {"example.com/.git", kLeadingDot, ""},
    {"example.com/..git", kLeadingDot, ""},
    {"example.com/a./b", kTrailingDot, kTrailingDot},
    {"example.com./b", kTrailingDot, kTrailingDot},
    {"example.com/a..", kTrailingDot, kTrailingDot},
    // Characters.
    {"example.com/a+b", "invalid char '+'", ""},
    {"example.com/c++", "invalid char '+'", ""},
    {"example.com/a b", "invalid char ' '", "invalid char ' '"},
    {"example.com/a!b", "invalid char '!'", "invalid char '!'"},
    {"example.com/a@b", "invalid char '@'", "invalid char '@'"},
    {"example.com/a:b", "invalid char ':'", "invalid char ':'"},
    {"example.com/a\\b", "invalid char '\\\\'", "invalid char '\\\\'"},
    {"example.com/a'b", "invalid char '\\''", "invalid char '\\''"},
    {"example.com/a\"b", "invalid char '\"'", "invalid char '\"'"},
    {"example.com/a*b", "invalid char '*'", "invalid char '*'"},
    {"example.com/a%20b", "invalid char '%'", "invalid char '%'"},
    {"example.com/a,b", "invalid char ','", "invalid char ','"},
    {"example.com/[a]", "invalid char '['", "invalid char '['"},
    {"example.com/a\tb", "invalid char '\\t'", "invalid char '\\t'"},
    {"example.com/a\x7f", "invalid char '\\x7f'", "invalid char '\\x7f'"},
    {std::string_view("example.com/\0", 13), "invalid char '\\x00'",
     "invalid char '\\x00'"},
    {"example.com/b\xc3\xbc", "invalid char '\\u00fc'",
     "invalid char '\\u00fc'"},
    {"example.com/\xf0\x9f\x98\x80", "invalid char '\\U0001f600'",
     "invalid char '\\U0001f600'"},
    {"example.com/\xe2\x80\xae", "invalid char '\\u202e'",
     "invalid char '\\u202e'"},
    {"example.com/\xff", "invalid UTF-8", "invalid UTF-8"},
    {"example.com/a b/\xc0\x80", "invalid UTF-8", "invalid UTF-8"},
    {"\xed\xa0\x80", "invalid UTF-8", "invalid UTF-8"},
    // Names that Windows keeps.
    {"example.com/con",
     "\"con\" disallowed as path element component on Windows",
     "\"con\" disallowed as path element component on Windows"},
    {"example.com/Aux/b",
     "\"Aux\" disallowed as path element component on Windows",
     "\"Aux\" disallowed as path element component on Windows"},
    {"example.com/nul.go",
     "\"nul\" disallowed as path element component on Windows",
     "\"nul\" disallowed as path element component on Windows"},
    {"example.com/prn.a.b",
     "\"prn\" disallowed as path element component on Windows",
     "\"prn\" disallowed as path element component on Windows"},
    {"com1.example/a",
     "\"com1\" disallowed as path element component on Windows",
     "\"com1\" disallowed as path element component on Windows"},
    {"example.com/COM9",
     "\"COM9\" disallowed as path element component on Windows",
     "\"COM9\" disallowed as path element component on Windows"},
    {"example.com/lPt5",
     "\"lPt5\" disallowed as path element component on Windows",
     "\"lPt5\" disallowed as path element component on Windows"},
    {"example.com/com", "", ""},
    {"example.com/com0", "", ""},
    {"example.com/lpt", "", ""},
    {"example.com/lpt10", "", ""},
    {"example.com/con1", "", ""},
    {"example.com/nul-", "", ""},
    {"example.com/a.con", "", ""},
    {"example.com/console", "", ""},
    {"example.com/progra~1", kShortName, kShortName},
    {"example.com/a~23.go", kShortName, kShortName},
    {"example.com/~1", kShortName, kShortName},
    {"example.com/a~b~1/c", kShortName, kShortName},
    // The major version at the end.
    {"example.com/a/v2", "", ""},
    {"example.com/a/v10", "", ""},
    {"example.com/a/v99999999999999999999", "", ""},
    {"example.com/v2", "", ""},
    {"example.com/v", "", ""},
    {"example.com/a/v2x", "", ""},
    {"example.com/a/vv2", "", ""},
    {"example.com/a/2", "", ""},
    {"example.com/av1", "", ""},
    {"example.com/v1/a", "", ""},
    {"v1.2/a", "", ""},
    {"example.com/a/v1", kNoVersion, ""},
    {"example.com/a/v0", kNoVersion, ""},
    {"example.com/a/v02", kNoVersion, ""},
    {"example.com/a/v2.0", kNoVersion, ""},
    {"example.com/a/v1.2.3", kNoVersion, ""},
    {"example.com/a/v.2", kNoVersion, ""},
    {"gopkg.in/yaml.v2", "", ""},
    {"gopkg.in/a/b.v0", "", ""},
    {"gopkg.in/a/b.v1", "", ""},
    {"gopkg.in/a.v3-unstable", "", ""},
    {"gopkg.in/a", kNoVersion, ""},
    {"gopkg.in/a/v2", kNoVersion, ""},
    {"gopkg.in/a.v", kNoVersion, ""},
    {"gopkg.in/a.v02", kNoVersion, ""},
    {"gopkg.in/a.v0-unstable", kNoVersion, ""},
    {"gopkg.in/a.v2/b", kNoVersion, ""},
    {"gopkg.in/a.v2-stable", kNoVersion, ""},
    {"gopkg.in", "", ""},
};

TEST_CASE("paths and why they are refused") {
  CHECK(kPaths.size() > 105);
  for (const PathRow& row : kPaths) {
    CAPTURE(row.path);
    CHECK(check_module_path(row.path).value_or("") == row.module);
    CHECK(check_import_path(row.path).value_or("") == row.import);
  }
}

// "prefix|major", or "no".
std::string split(std::string_view path) {
  const PathParts parts = split_path_version(path);
  CHECK(std::string(parts.prefix) + std::string(parts.major) == path);
  if (!parts.ok) return "no";
  return std::string(parts.prefix) + "|" + std::string(parts.major);
}

TEST_CASE("a path is split into prefix and major") {
  CHECK(split("example.com/a") == "example.com/a|");
  CHECK(split("example.com/a/v2") == "example.com/a|/v2");
  CHECK(split("example.com/a/v20") == "example.com/a|/v20");
  CHECK(split("example.com/a/v2/v3") == "example.com/a/v2|/v3");
  CHECK(split("example.com/v2") == "example.com|/v2");
  CHECK(split("example.com/a/v2/b") == "example.com/a/v2/b|");
  CHECK(split("example.com/av2") == "example.com/av2|");
  CHECK(split("example.com/a.v2") == "example.com/a.v2|");
  CHECK(split("example.com/a2") == "example.com/a2|");
  CHECK(split("example.com/a/v1") == "no");
  CHECK(split("example.com/a/v0") == "no");
  CHECK(split("example.com/a/v00") == "no");
  CHECK(split("example.com/a/v02") == "no");
  CHECK(split("example.com/a/v2.1") == "no");
  CHECK(split("example.com/a/v.") == "no");
  CHECK(split("gopkg.in/a.v2") == "gopkg.in/a|.v2");
  CHECK(split("gopkg.in/a.v0") == "gopkg.in/a|.v0");
  CHECK(split("gopkg.in/a.v1") == "gopkg.in/a|.v1");
  CHECK(split("gopkg.in/a/b.v12") == "gopkg.in/a/b|.v12");
  CHECK(split("gopkg.in/a.v1-unstable") == "gopkg.in/a|.v1-unstable");
  CHECK(split("gopkg.in/a.v-unstable") == "gopkg.in/a|.v-unstable");
  CHECK(split("gopkg.in/a.v02") == "no");
  CHECK(split("gopkg.in/a.v00") == "no");
  CHECK(split("gopkg.in/a.v0-unstable") == "no");
  CHECK(split("gopkg.in/a.v") == "no");
  CHECK(split("gopkg.in/a/v2") == "no");
  CHECK(split("gopkg.in/v2") == "no");
  CHECK(split("gopkg.in/") == "no");
  CHECK(split("gopkg.in") == "gopkg.in|");
  CHECK(split("v2") == "v2|");
  CHECK(split("/v2") == "|/v2");
  CHECK(split("2") == "2|");
  CHECK(split("") == "|");
}

std::string major(std::string_view version, std::string_view path_major) {
  CHECK(match_path_major(version, path_major) ==
        !check_path_major(version, path_major));
  return check_path_major(version, path_major).value_or("ok");
}

TEST_CASE("a version belongs to the major of its path") {
  CHECK(major("v0.1.0", "") == "ok");
  CHECK(major("v1.1.0", "") == "ok");
  CHECK(major("v2.1.0", "") == "should be v0 or v1, not v2");
  CHECK(major("v2.1.0+incompatible", "") == "ok");
  CHECK(major("v2.1.0+meta", "") == "should be v0 or v1, not v2");
  CHECK(major("v2.1.0", "/v2") == "ok");
  CHECK(major("v2", "/v2") == "ok");
  CHECK(major("v2.0.0-20200101000000-abcdefabcdef", "/v2") == "ok");
  CHECK(major("v1.0.0", "/v2") == "should be v2, not v1");
  CHECK(major("v3.0.0+incompatible", "/v2") == "should be v2, not v3");
  CHECK(major("v20.0.0", "/v2") == "should be v2, not v20");
  CHECK(major("v0.0.0-20200101000000-abcdefabcdef", "/v2") ==
        "should be v2, not v0");
  CHECK(major("v1.2.3", ".v1") == "ok");
  CHECK(major("v0.0.0-20200101000000-abcdefabcdef", ".v1") == "ok");
  CHECK(major("v0.0.0-20200101000000-abcdefabcdef", ".v1-unstable") == "ok");
  CHECK(major("v0.0.0-anything", ".v1") == "ok");
  CHECK(major("v0.0.1", ".v1") == "should be v1, not v0");
  CHECK(major("v0.0.0-20200101000000-abcdefabcdef", ".v2") ==
        "should be v2, not v0");
  CHECK(major("v3.0.1", ".v3-unstable") == "ok");
  CHECK(major("v2.0.1", ".v3-unstable") == "should be v3, not v2");
  CHECK(major("v0.0.1", ".v0") == "ok");
  CHECK(major("master", "") == "should be v0 or v1, not ");
  CHECK(major("", "/v2") == "should be v2, not ");
}

std::string path_in_cache(std::string_view path) {
  const Spelling out = escape_path(path);
  return out ? *out : "error: " + out.error();
}

std::string version_in_cache(std::string_view version) {
  const Spelling out = escape_version(version);
  return out ? *out : "error: " + out.error();
}

TEST_CASE("paths in a cache have no capital letters") {
  CHECK(path_in_cache("example.com/a") == "example.com/a");
  CHECK(path_in_cache("example.com/BurntSushi/toml") ==
        "example.com/!burnt!sushi/toml");
  CHECK(path_in_cache("example.com/ABC") == "example.com/!a!b!c");
  CHECK(path_in_cache("Example.com/a") ==
        "error: invalid char 'E' in first path element");
  CHECK(path_in_cache("example.com/a!b") == "error: invalid char '!'");
}

TEST_CASE("versions in a cache have no capital letters") {
  CHECK(version_in_cache("v1.0.0") == "v1.0.0");
  CHECK(version_in_cache("v1.0.0-RC1") == "v1.0.0-!r!c1");
  CHECK(version_in_cache("v2.0.0+incompatible") == "v2.0.0+incompatible");
  CHECK(version_in_cache("feature-[X] y~1") == "feature-[!x] y~1");
  CHECK(version_in_cache(".hidden") == ".hidden");
  for (std::string_view bad :
       {"", ".", "..", "a/b", "a\\b", "a!b", "a\"b", "a*b", "a:b", "a?b", "a|b",
        "a<b", "a'b", "a`b", "a;b", "v1.", "con", "\xc3\xa9", "a\nb"}) {
    CAPTURE(bad);
    CHECK(version_in_cache(bad) == "error: disallowed version string");
  }
}

}  // namespace
}  // namespace modgraph
