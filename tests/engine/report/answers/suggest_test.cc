#include "engine/report/answers/suggest.h"

#include "engine/base/line_diff.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

std::string checked_text(const SuggestAnswer& answer) {
  const Document document = suggest_document(answer);
  CHECK(test::misfit(document).empty());
  return test::text_of(document);
}

// Without the lines about findings, whose words are those of their rules.
std::string below_findings(const std::string& text) {
  std::string out;
  for (const std::string_view line : lines_of(text))
    if (!line.starts_with("error[")) out += line;
  return out;
}

// The main module requires less than is selected.
constexpr std::string_view kBelow = "m/1.16: A1 B1 | A1: B2 | B1: | B2:";

TEST_CASE("each finding with its fixes, and the plan") {
  test::WorldSimulator world(kBelow);
  REQUIRE(world.error().empty());
  const FixPlan plan =
      plan_fixes(world.simulator(), world.evidence(), world.findings());
  CHECK(below_findings(checked_text({world.findings(), plan})) ==
        R"(  require the selected version: example.com/B v1.2.0
    run
      go mod edit -require=example.com/B@v1.2.0
    the build list stays the same
    side effects
      go mod edit reformats the whole file: other lines change too
    also ends 1 other finding

  write what the go command would write into go.mod
    run
      go mod edit -require=example.com/B@v1.2.0
    the build list stays the same
    side effects
      go mod edit reformats the whole file: other lines change too
    also ends 1 other finding

2 of 2 findings can be fixed

plan, for --apply to write
  require the selected version: example.com/B v1.2.0
)");
  CHECK(checked_text({world.findings(), plan, true}).find("written") !=
        std::string::npos);
}

TEST_CASE("what was not simulated is not planned") {
  test::WorldSimulator world(kBelow);
  REQUIRE(world.error().empty());
  const FixPlan plan = unsimulated_plan(world.evidence(), world.findings());
  CHECK(below_findings(checked_text({world.findings(), plan})) ==
        R"(  require the selected version: example.com/B v1.2.0
    run
      go mod edit -require=example.com/B@v1.2.0

  write what the go command would write into go.mod
    run
      go mod edit -require=example.com/B@v1.2.0

edits to try for 2 of 2 findings
not tried: recorded text cannot be resolved again; run it in the module's folder, with its module cache
)");
}

TEST_CASE("nothing to fix") {
  test::WorldSimulator world("m/1.16: A1 | A1:");
  REQUIRE(world.error().empty());
  const FixPlan plan =
      plan_fixes(world.simulator(), world.evidence(), world.findings());
  CHECK(checked_text({world.findings(), plan}) == "no findings to fix\n");
}

TEST_CASE("a mirror is shown whole: there is no finding to show it at") {
  test::WorldSimulator world("m/1.16: A1 | A1: | X1:");
  REQUIRE(world.error().empty());
  const std::vector<Mirror> mirrors = {{"example.com/A", "example.com/X"}};
  const auto plan = plan_mirrors(world.simulator(), mirrors);
  REQUIRE(plan);
  CHECK(checked_text({{}, *plan}) == R"(plan, for --apply to write
  replace example.com/A with example.com/X
    run
      go mod edit -replace=example.com/A@v1.1.0=example.com/X@v1.1.0
    0 modules added, 0 modules removed, 1 module changed
      changed: 1
        example.com/A v1.1.0 -> v1.1.0 => example.com/X v1.1.0
    side effects
      go install MODULE@VERSION refuses a module whose go.mod has exclude or replace lines
)");
}

}  // namespace
}  // namespace modgraph
