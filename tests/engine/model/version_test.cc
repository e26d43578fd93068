#include "engine/model/version.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string_view order(std::string_view a, std::string_view b) {
  return test::order_sign(compare_semver(a, b));
}

// Every row is higher than the rows above it; the spellings of a row are equal.
const std::vector<std::vector<std::string_view>> kAscending = {
    // Not semantic versions: lower than all, and equal to each other.
    {"",
     "none",
     "latest",
     "v",
     "V1.0.0",
     "1.0.0",
     "v.1",
     "v1.",
     "v1.0.",
     "v01.0.0",
     "v1.00.0",
     "v1.0.01",
     "v1.0.0.0",
     "v-1.0.0",
     "v1.0.0-",
     "v1.0.0+",
     "v1.0.0-+m",
     "v1.0.0-a+",
     "v1.0.0-a..b",
     "v1.0.0-.a",
     "v1.0.0-a.",
     "v1.0.0+a..b",
     "v1.0.0-01",
     "v1.0.0-a.00",
     "v1.0.0-a_b",
     "v1.0.0+a+b",
     "v1-a",
     "v1.2-a",
     "v1+m",
     "v1.2+m",
     "v1.0.0 ",
     " v1.0.0",
     "v1.0.0-\xc3\xa9",
     "vx.0.0",
     "v1.x",
     "v1x",
     "v1.0x",
     "v1.0.0x",
     std::string_view("v1.0.0\0", 7),
     std::string_view("v1.0.0-a\0b", 10)},
    {"v0.0.0-0"},
    {"v0.0.0-1+build"},
    {"v0.0.0-2"},
    {"v0.0.0-10"},
    {"v0.0.0-20190101000000-0123456789ab"},
    {"v0.0.0-20190101000000-1123456789ab",
     "v0.0.0-20190101000000-1123456789ab+incompatible"},
    {"v0.0.0-20200101000000-0123456789ab"},
    {"v0", "v0.0", "v0.0.0", "v0.0.0+meta", "v0.0.0+00.x"},
    {"v0.0.1"},
    {"v0.9.0"},
    {"v0.10.0"},
    {"v1.0.0-0"},
    {"v1.0.0-0.0"},
    {"v1.0.0-0.a"},
    {"v1.0.0-9"},
    {"v1.0.0-99999999999999999999999"},
    {"v1.0.0-100000000000000000000000"},
    {"v1.0.0--"},
    {"v1.0.0-A"},
    {"v1.0.0-Z.9"},
    {"v1.0.0-a"},
    {"v1.0.0-a.0"},
    {"v1.0.0-a.2"},
    {"v1.0.0-a.2.0"},
    {"v1.0.0-a.11"},
    {"v1.0.0-a.11a"},
    {"v1.0.0-a.b"},
    {"v1.0.0-a-"},
    {"v1.0.0-a-b"},
    {"v1.0.0-a0"},
    {"v1.0.0-aa"},
    {"v1.0.0-rc"},
    {"v1.0.0-rc.1"},
    {"v1.0.0-rc1"},
    {"v1.0.0-rc10"},
    {"v1.0.0-rc2"},
    {"v1", "v1.0", "v1.0.0", "v1.0.0+incompatible"},
    {"v1.0.1-0.20200101000000-0123456789ab"},
    {"v1.0.1-alpha"},
    {"v1.0.1-alpha.0.20200101000000-0123456789ab"},
    {"v1.0.1"},
    {"v1.2", "v1.2.0", "v1.2.0+0"},
    {"v1.2.10"},
    {"v1.10.0-pre"},
    {"v1.10.0"},
    {"v1.99999999999999999999999.0"},
    {"v1.100000000000000000000000.0"},
    {"v2.0.0+incompatible", "v2"},
    {"v10.0.0"},
    {"v18446744073709551615.0.0"},
    {"v18446744073709551616.0.0"},
};

TEST_CASE("semantic versions are ordered by precedence") {
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < kAscending.size(); ++i)
    for (std::size_t j = 0; j < kAscending.size(); ++j)
      for (std::string_view a : kAscending[i])
        for (std::string_view b : kAscending[j]) {
          ++pairs;
          const std::string_view want = i < j ? "<" : i > j ? ">" : "=";
          if (order(a, b) != want) {
            CAPTURE(a, b);
            CHECK(order(a, b) == want);
          }
        }
  CHECK(pairs > 1024);
}

TEST_CASE("the first row is invalid, all others are semantic versions") {
  for (std::string_view v : kAscending.front()) {
    CAPTURE(v);
    CHECK_FALSE(is_semver(v));
    CHECK(canonical_version(v).empty());
    CHECK(semver_major(v).empty());
    CHECK(semver_prerelease(v).empty());
    CHECK(semver_build(v).empty());
  }
  for (std::size_t i = 1; i < kAscending.size(); ++i)
    for (std::string_view v : kAscending[i]) {
      CAPTURE(v);
      CHECK(is_semver(v));
    }
}

TEST_CASE(
    "versions of one rank have one canonical form, but for +incompatible") {
  for (std::size_t i = 1; i < kAscending.size(); ++i)
    for (std::string_view v : kAscending[i]) {
      std::string want = canonical_version(kAscending[i].back());
      if (want.ends_with("+incompatible")) want.resize(want.size() - 13);
      if (v.ends_with("+incompatible")) want += "+incompatible";
      CAPTURE(v);
      CHECK(canonical_version(v) == want);
    }
}

TEST_CASE("canonical versions") {
  CHECK(canonical_version("v1") == "v1.0.0");
  CHECK(canonical_version("v1.2") == "v1.2.0");
  CHECK(canonical_version("v1.2.3-rc.1+meta") == "v1.2.3-rc.1");
  CHECK(canonical_version("v2.0.0+incompatible") == "v2.0.0+incompatible");
  CHECK(canonical_version("v2.0.0-a+incompatible") == "v2.0.0-a+incompatible");
  CHECK(canonical_version("v2.0.0+incompatible.1") == "v2.0.0");
  CHECK(canonical_version("v2.0.0+Incompatible") == "v2.0.0");
}

TEST_CASE("parts of a version") {
  CHECK(semver_major("v12.3.4-rc.1+meta.2") == "v12");
  CHECK(semver_prerelease("v12.3.4-rc.1+meta.2") == "-rc.1");
  CHECK(semver_build("v12.3.4-rc.1+meta.2") == "+meta.2");
  CHECK(semver_major("v7") == "v7");
  CHECK(semver_prerelease("v7.0.0+a-b") == "");
  CHECK(semver_build("v7.0.0+a-b") == "+a-b");
  CHECK(semver_build("v7.0.0-a-b") == "");
}

TEST_CASE("pseudo-versions") {
  const std::vector<std::string_view> pseudo = {
      "v0.0.0-20200101000000-abcdefabcdef",
      "v3.0.0-20200101000000-abcdefabcdef",
      "v1.2.4-0.20200101000000-abcdefabcdef",
      "v1.2.4-0.20200101000000-abcdefabcdef+incompatible",
      "v1.2.3-pre.0.20200101000000-abcdefabcdef",
      "v1.2.3-pre-fix.2.0.20200101000000-ABCdef1",
      "v1.2.3-pre.0.20200101000000-abcdefabcdef+meta.x-y",
      "v0.0.0-00010101000000-000000000000",
      "v0.0.0-99999999999999-a",
  };
  for (std::string_view v : pseudo) {
    CAPTURE(v);
    CHECK(is_pseudo_version(v));
  }
  const std::vector<std::string_view> others = {
      "v1.2.3",
      "v1.2.3-pre",
      "v1.2.3-pre-fix",
      "v1.2.3-20200101000000-abcdefabcdef",  // only vX.0.0 goes without "0."
      "v1.0.1-20200101000000-abcdefabcdef",
      "v0.0.0-2020010100000-abcdefabcdef",    // 13 digits
      "v0.0.0-120200101000000-abcdefabcdef",  // 15 digits
      "v1.2.4-0.120200101000000-abcdefabcdef",
      "v1.2.4-1.20200101000000-abcdefabcdef",
      "v1.2.4-pre0.20200101000000-abcdefabcdef",
      "v1.2.4-pre.20200101000000-abcdefabcdef",
      "v0.0.0-20200101000000",
      "v0.0.0-20200101000000-",
      "v0.0.0-20200101000000-abc.def",
      "v0.0.0-20200101000000-abc-def",
      "v0.0.0-20200101o00000-abcdefabcdef",
      "v1.2.4-00.20200101000000-abcdefabcdef",  // no semantic version
      "v0.0-20200101000000-abcdefabcdef",
      "0.0.0-20200101000000-abcdefabcdef",
      "v0.0.0+20200101000000-abcdef-abcdef",
      "",
  };
  for (std::string_view v : others) {
    CAPTURE(v);
    CHECK_FALSE(is_pseudo_version(v));
  }
}

TEST_CASE("a pseudo-version stands between its base and what follows") {
  const std::string_view untagged = "v1.0.0-20200101000000-abcdefabcdef";
  CHECK(order(untagged, "v1.0.0") == "<");
  CHECK(order("v0.9.9", untagged) == "<");
  const std::string_view after_release = "v1.2.4-0.20200101000000-abcdefabcdef";
  CHECK(order("v1.2.3", after_release) == "<");
  CHECK(order(after_release, "v1.2.4-alpha") == "<");
  CHECK(order(after_release, "v1.2.4") == "<");
  const std::string_view after_pre =
      "v1.2.4-rc.1.0.20200101000000-abcdefabcdef";
  CHECK(order("v1.2.4-rc.1", after_pre) == "<");
  CHECK(order(after_pre, "v1.2.4-rc.2") == "<");
}

TEST_CASE("selection puts the main module on top and none at the bottom") {
  const auto versions = [](std::string_view path, std::string_view a,
                           std::string_view b) {
    return test::order_sign(compare_versions(module_kind(path), a, b));
  };
  CHECK(versions("example.com/a", "", "v99.0.0") == ">");
  CHECK(versions("example.com/a", "v99.0.0", "") == "<");
  CHECK(versions("example.com/a", "", "") == "=");
  CHECK(versions("example.com/a", "none", "v0.0.0-0") == "<");
  CHECK(versions("example.com/a", "none", "none") == "=");
  CHECK(versions("go", "1.9", "1.21rc1") == "<");
  CHECK(versions("go", "", "1.99") == ">");
  CHECK(versions("go", "none", "1.1") == "<");
  CHECK(versions("toolchain", "go1.22.1", "go1.22.0-custom") == ">");
  CHECK(versions("toolchain", "default", "go1.1") == "<");
  CHECK(versions("golang.org/toolchain", "v0.0.2", "v0.0.10") == "<");
}

TEST_CASE("reserved paths") {
  CHECK(module_kind("go") == ModuleKind::kGo);
  CHECK(module_kind("toolchain") == ModuleKind::kToolchain);
  CHECK(module_kind("golang.org/toolchain") == ModuleKind::kModule);
  CHECK(module_kind("Go") == ModuleKind::kModule);
  CHECK(module_kind("") == ModuleKind::kModule);
}

TEST_CASE("the distance of two versions is their first different field") {
  using enum VersionDistance;
  const std::string_view commit = "v1.2.3-0.20200101000000-abcdefabcdef";
  CHECK(version_distance("v1.2.3", "v2.2.3+incompatible") == kMajor);
  CHECK(version_distance("v1.2.3-a", "v1.3.3-b") == kMinor);
  CHECK(version_distance("v1.2.3", "v1.2.4-rc.1") == kPatch);
  CHECK(version_distance("v1.2.3-a", "v1.2.3-b") == kPrerelease);
  CHECK(version_distance("v1.2.3-a", "v1.2.3") == kPrerelease);
  CHECK(version_distance(commit, "v1.2.3") == kPseudo);
  CHECK(version_distance("v1.2.3-a", commit) == kPseudo);
  CHECK(version_distance(commit, "v1.2.2") == kPatch);
  CHECK(version_distance("v1", "v1.0.0+meta") == kNone);
  CHECK(version_distance("", "v1.0.0") == kNone);
  CHECK(version_distance("v1.0.0", "none") == kNone);
}

TEST_CASE("a version of any length is fine") {
  const std::string long_number(1'000'000, '9');
  CHECK(order("v1.0." + long_number, "v1.0.1" + long_number) == "<");
  std::string many_identifiers = "v1.0.0-0";
  for (int i = 0; i < 100'000; ++i) many_identifiers += ".0";
  CHECK(order(many_identifiers, many_identifiers + ".0") == "<");
  CHECK(order(many_identifiers + ".1", many_identifiers + ".0.1") == ">");
}

}  // namespace
}  // namespace modgraph
