#include "engine/analysis/go_mod_lines/line_reason.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The reason of the first requirement.
std::string reason(std::string require) {
  const auto manifest = parse_main_go_mod(
      "go.mod", "module example.com/m\n\ngo 1.23\n\n" + std::move(require));
  REQUIRE(manifest);
  return line_reason(*manifest, manifest->require.front().where);
}

TEST_CASE("a comment beside the line is a reason") {
  CHECK(reason("require example.com/a v1.0.0 // indirect; CVE fix, keep\n") ==
        "CVE fix, keep");
  CHECK(reason("require example.com/a v1.0.0 // newer ones leak\n") ==
        "newer ones leak");
  CHECK(reason("require (\n\texample.com/a v1.0.0 // indirect; keep\n)\n") ==
        "keep");
}

TEST_CASE("the word of the go command is none") {
  CHECK(reason("require example.com/a v1.0.0 // indirect\n").empty());
  CHECK(reason("require example.com/a v1.0.0 // indirect; \n").empty());
  CHECK(reason("require example.com/a v1.0.0\n").empty());
}

TEST_CASE("a comment directly above the line is a reason") {
  CHECK(reason("// CVE-2026-1234,\n// keep\nrequire example.com/a v1.0.0\n") ==
        "CVE-2026-1234, keep");
  CHECK(
      reason("require (\n\t// keep\n\texample.com/a v1.0.0 // indirect\n)\n") ==
      "keep");
  CHECK(reason("// about the file\n\nrequire example.com/a v1.0.0\n").empty());
  CHECK(reason("require example.com/a v1.0.0").empty());
}

}  // namespace
}  // namespace modgraph
