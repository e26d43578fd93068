#include "engine/findings/fingerprint.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string identity(std::vector<Subject> subjects,
                     std::string_view rule = "MG2001",
                     std::string_view main = "m") {
  Finding f;
  f.rule = find_rule(rule);
  f.subjects = std::move(subjects);
  return fingerprint(f, main);
}

TEST_CASE("versions, order and repeats do not change who a finding is") {
  const std::string id = identity({{"a", "v1.0.0"}, {"b", "v1.0.0"}});
  CHECK(id.size() == 32);
  CHECK(identity({{"b", "v3.0.0"}, {"a", "v2.0.0"}}) == id);
  CHECK(identity({{"a", "v1.0.0"}, {"a", "v1.1.0"}, {"b", ""}}) == id);
}

TEST_CASE("rule, main module and paths do") {
  const std::string id = identity({{"a", ""}});
  CHECK(identity({{"a", ""}}, "MG1001") != id);
  CHECK(identity({{"a", ""}}, "MG2001", "n") != id);
  CHECK(identity({{"b", ""}}) != id);
  CHECK(identity({{"a", ""}, {"b", ""}}) != identity({{"ab", ""}}));
}

// Baselines are kept for years: this value must never change.
TEST_CASE("the identity of an example") {
  CHECK(identity({{"golang.org/x/net", "v0.38.0"}}, "MG2001",
                 "example.com/shop") == "16f872eef723aa87c0c7ed7c6a6d3cd6");
}

}  // namespace
}  // namespace modgraph
