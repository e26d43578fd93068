#include "engine/findings/locations.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

Manifest sample_manifest() {
  Manifest m;
  m.file = "go.mod";
  m.text = "module m\r\nrequire (\r\n\ta v1.0.0\r\n\tb v1.0.0\r\n)\r\n";
  m.require.push_back({{"b", "v1.0.0"}, false, {4, 2, 4, 10, 33, 41, true}});
  m.require.push_back({{"a", "v1.0.0"}, true, {3, 2, 3, 10, 22, 30, true}});
  m.require.push_back({{"a", "v1.1.0"}, true, {9, 1, 9, 1, 9999, 9999, true}});
  return m;
}

TEST_CASE("a place has its source line, without the line end") {
  const Manifest m = sample_manifest();
  const Location at = location_of(m, m.require[0].where, "here");
  CHECK(at.file == "go.mod");
  CHECK(at.line == 4);
  CHECK(at.column == 2);
  CHECK(at.end_column == 10);
  CHECK(at.source_line == "\tb v1.0.0");
  CHECK(at.label == "here");
}

TEST_CASE("a place behind the text has no source line") {
  const Manifest m = sample_manifest();
  CHECK(location_of(m, m.require[2].where).source_line.empty());
}

TEST_CASE("requirement lines are found by module") {
  const std::vector manifests{sample_manifest()};
  const RequirementLines lines(manifests);
  CHECK(lines.of("a").size() == 2);
  CHECK(lines.of("a")[0].requirement->module.version == "v1.0.0");
  CHECK(lines.location("b")->line == 4);
  CHECK_FALSE(lines.location("c"));
}

}  // namespace
}  // namespace modgraph
