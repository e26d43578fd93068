#include "engine/model/manifest_edit.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("edits are flags of go mod edit") {
  using K = EditKind;
  CHECK(flag_of({K::kRequire, {"a.b/c", "v1.0.0"}}) == "-require=a.b/c@v1.0.0");
  CHECK(flag_of({K::kDropRequire, {"a.b/c", "v1.0.0"}}) ==
        "-droprequire=a.b/c");
  CHECK(flag_of({K::kExclude, {"a.b/c", "v1.0.0"}}) == "-exclude=a.b/c@v1.0.0");
  CHECK(flag_of({K::kDropExclude, {"a.b/c", "v1.0.0"}}) ==
        "-dropexclude=a.b/c@v1.0.0");
  CHECK(flag_of({K::kReplace, {"a.b/c", ""}, {"../c", ""}}) ==
        "-replace=a.b/c=../c");
  CHECK(flag_of({K::kReplace, {"a.b/c", "v1.0.0"}, {"a.b/d", "v1.1.0"}}) ==
        "-replace=a.b/c@v1.0.0=a.b/d@v1.1.0");
  CHECK(flag_of({K::kDropReplace, {"a.b/c", ""}}) == "-dropreplace=a.b/c");
  CHECK(flag_of({K::kGo, {"", "1.22"}}) == "-go=1.22");
  CHECK(flag_of({K::kToolchain, {"", "none"}}) == "-toolchain=none");
}

}  // namespace
}  // namespace modgraph
