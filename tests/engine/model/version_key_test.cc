#include "engine/model/version_key.h"

#include <array>
#include <string_view>

#include "engine/model/version.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Ascending by Go's order; what stands on one line is one step.
constexpr std::array<std::string_view, 24> kAscendingKeys = {
    "v0.0.0-0",
    "v0.0.0-20200101000000-abcdefabcdef",
    "v0.0.0",
    "v0.0.1-rc.1",
    "v0.0.1",
    "v0.1.0",
    "v0.8388606.0",
    "v0.8388607.1",
    "v0.8388607.2",
    "v0.8388608.1-a",
    "v0.8388608.1",
    "v0.99999999.0",
    "v0.100000000.0",
    "v1.0.0-a",
    "v1.0.0",
    "v1.2.8388606",
    "v1.2.8388607-x",
    "v1.2.8388607",
    "v1.2.20200101000000",
    "v65534.1.1",
    "v65535.0.1",
    "v65536.0.0",
    "v99999999999999999999999.0.0",
    ""};

TEST_CASE("keys never contradict the order of versions") {
  for (const std::string_view a : kAscendingKeys)
    for (const std::string_view b : kAscendingKeys) {
      const auto keys = version_key(a) <=> version_key(b);
      const auto order = compare_versions(ModuleKind::kModule, a, b);
      INFO(a << " and " << b);
      CHECK((keys == 0 || keys == order));
    }
}

TEST_CASE("usual versions are told apart by their keys") {
  CHECK(version_key("v1.2.3") < version_key("v1.2.4"));
  CHECK(version_key("v1.2.3") < version_key("v1.10.0"));
  CHECK(version_key("v1.2.3-rc.1") < version_key("v1.2.3"));
  CHECK(version_key("v2.0.0-rc.1") > version_key("v1.99.99"));
}

TEST_CASE("what the key leaves to a comparison of the versions") {
  CHECK(version_key("v1.2.3-rc.1") == version_key("v1.2.3-rc.2"));
  CHECK(version_key("v1.2.3+incompatible") == version_key("v1.2.3"));
  CHECK(version_key("v1") == version_key("v1.0.0"));
}

TEST_CASE("only what is no version has no key") {
  CHECK(version_key("none") == kNoVersionKey);
  CHECK(version_key("v1.02.3") == kNoVersionKey);
  CHECK(version_key("v0.0.0-0") != kNoVersionKey);
  CHECK(version_key("") != kNoVersionKey);
}

}  // namespace
}  // namespace modgraph
