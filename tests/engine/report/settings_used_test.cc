// What answers say about the settings that they were made with.

#include "engine/report/settings_used.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("settings are named with a digest and what they set") {
  const std::string digest(64, 'a');
  CHECK(settings_sentence({".modgraph.yaml", digest, {"fail-on: note"}, {}}) ==
        ".modgraph.yaml (sha256 aaaaaaaaaaaa) sets fail-on: note");
  CHECK(settings_sentence({"s", digest, {}, {"fail-on: none"}}) ==
        "s (sha256 aaaaaaaaaaaa) sets nothing; fail-on: none is not followed");
  CHECK(settings_sentence(
            {"s", digest, {"1", "2", "3", "4", "5", "6", "7"}, {}}) ==
        "s (sha256 aaaaaaaaaaaa) sets 1, 2, 3, 4, 5 and 2 more");
}

}  // namespace
}  // namespace modgraph
