#include "cli/manifest_command.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("the name says whether a file is a go.mod or a go.work") {
  CHECK(manifest_json("go.work", "use .")->find("DiskPath") !=
        std::string::npos);
  CHECK(manifest_json("a/b/all.work", "use .").has_value());
  CHECK(manifest_json("go.mod", "module m")->find("Module") !=
        std::string::npos);
  CHECK(manifest_json("go.alt.mod", "module m").has_value());
  CHECK_FALSE(manifest_json("go.mod", "use .").has_value());
  CHECK_FALSE(manifest_json("go.work", "module m").has_value());
  CHECK_FALSE(manifest_json("go.workx", "use .").has_value());
}

TEST_CASE("errors come back as they are") {
  const auto json = manifest_json("x/go.mod", "modul m\ngo x\n");
  REQUIRE_FALSE(json);
  REQUIRE(json.error().size() == 2);
  CHECK(json.error()[0].where.file == "x/go.mod");
  CHECK(json.error()[0].hint == "did you mean 'module'?");
}

}  // namespace
}  // namespace modgraph
