#include "engine/model/go_version.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// Every row is higher than the rows above it; the spellings of a row are equal.
const std::vector<std::vector<std::string_view>> kAscendingGo = {
    {"",         "none",      "go1.21",    "v1.21",        "1.",
     ".1",       "1.021",     "01.1",      "1.21.",        "1.21.01",
     "1.21rc01", "1.21rc1.1", "1.21.3rc1", "1.2.3.4",      "1.21RC1",
     "1.21-rc1", "1.21+auto", "1.21 ",     " 1.21",        "1.x",
     "1rc1",     "1.21_rc1",  "default",   "1.21.0-custom"},
    {"0", "0.0", "0.0.0"},
    {"0.9", "0.9.0"},
    {"1", "1.0", "1.0.0"},
    {"1.0.1"},
    {"1.2rc1"},
    {"1.2", "1.2.0"},
    {"1.9", "1.9.0"},
    {"1.9.10"},
    {"1.10", "1.10.0"},
    {"1.19alpha1"},
    {"1.19beta1"},
    {"1.19rc1"},
    {"1.19rc2"},
    {"1.19rc10"},
    {"1.19", "1.19.0"},
    {"1.20", "1.20.0"},
    {"1.20.1"},
    {"1.21"},
    {"1.21beta1"},
    {"1.21rc"},
    {"1.21rc1"},
    {"1.21rc2"},
    {"1.21.0"},
    {"1.21.1"},
    {"1.21.10"},
    {"1.22"},
    {"1.22.0"},
    {"1.99999999999999999999"},
    {"1.100000000000000000000"},
    {"2", "2.0", "2.0.0"},
    {"2.1", "2.1.0"},
};

TEST_CASE("go versions are ordered; from 1.21 the language comes first") {
  for (std::size_t i = 0; i < kAscendingGo.size(); ++i)
    for (std::size_t j = 0; j < kAscendingGo.size(); ++j)
      for (std::string_view a : kAscendingGo[i])
        for (std::string_view b : kAscendingGo[j]) {
          const std::string_view want = i < j ? "<" : i > j ? ">" : "=";
          if (test::order_sign(compare_go_versions(a, b)) == want) continue;
          CAPTURE(a, b);
          CHECK(test::order_sign(compare_go_versions(a, b)) == want);
        }
}

TEST_CASE("the first row is malformed, all others are go versions") {
  for (std::size_t i = 0; i < kAscendingGo.size(); ++i)
    for (std::string_view v : kAscendingGo[i]) {
      CAPTURE(v);
      CHECK(is_go_version(v) == (i > 0));
    }
}

TEST_CASE("a language version is no release") {
  CHECK(is_go_language_version("1.21"));
  CHECK(is_go_language_version("1.100"));
  CHECK_FALSE(is_go_language_version("1.21.0"));
  CHECK_FALSE(is_go_language_version("1.21rc1"));
  CHECK_FALSE(is_go_language_version("1.20"));
  CHECK_FALSE(is_go_language_version("1"));
  CHECK_FALSE(is_go_language_version("go1.21"));
}

TEST_CASE("the go version of a toolchain") {
  CHECK(go_version_of_toolchain("go1.22.3") == "1.22.3");
  CHECK(go_version_of_toolchain("go1.22") == "1.22");
  CHECK(go_version_of_toolchain("go1.22rc2") == "1.22rc2");
  CHECK(go_version_of_toolchain("go1.22.3-custom") == "1.22.3");
  CHECK(go_version_of_toolchain("go1.22.3 custom") == "1.22.3");
  CHECK(go_version_of_toolchain("go1.22.3\tX:rangefunc") == "1.22.3");
  CHECK(go_version_of_toolchain("go1.22.3+auto") == "");
  CHECK(go_version_of_toolchain("go1.22.3-a/b") == "");
  CHECK(go_version_of_toolchain("go1.22.3-a\\b") == "");
  CHECK(go_version_of_toolchain("./go1.22.3") == "");
  CHECK(go_version_of_toolchain("1.22.3") == "");
  CHECK(go_version_of_toolchain("go") == "");
  CHECK(go_version_of_toolchain("gox") == "");
  CHECK(go_version_of_toolchain("default") == "");
  CHECK(go_version_of_toolchain("local") == "");
  CHECK(go_version_of_toolchain("") == "");
}

TEST_CASE("toolchains are ordered by their go version") {
  const auto order = [](std::string_view a, std::string_view b) {
    return test::order_sign(compare_toolchains(a, b));
  };
  CHECK(order("go1.21", "go1.21rc1") == "<");
  CHECK(order("go1.21.0", "go1.21rc1") == ">");
  CHECK(order("go1.22.0-custom", "go1.22.0") == "=");
  CHECK(order("default", "go1") == "<");
  CHECK(order("default", "none") == "=");
  CHECK(order("1.22.1", "go1.22.0") == ">");
  CHECK(order("1.22.0", "go1.22.0") == "=");
}

}  // namespace
}  // namespace modgraph
