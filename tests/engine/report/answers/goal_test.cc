#include "engine/report/answers/goal.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

std::string goal_text(std::string_view words, std::string_view goal,
                      const GoalOptions& limits = {}) {
  test::WorldSimulator world(words);
  REQUIRE(world.error().empty());
  const GoalPlan plan =
      plan_goal(parse_goal(goal).value(), world.simulator(), limits);
  const Document document = goal_document({goal, plan, limits});
  CHECK(test::misfit(document).empty());
  return test::text_of(document);
}

constexpr std::string_view kChain = "m/1.16: A1 | A1: B1 | B1:";
constexpr std::string_view kTwoChains =
    "m/1.16: A1 C1 | A1: B1 | C1: B2 | B1: | B2:";

TEST_CASE("a goal that holds needs no edit") {
  CHECK(goal_text(kChain, "cap:example.com/B@v1.5.0") ==
        "cap:example.com/B@v1.5.0 holds already\n");
}

TEST_CASE("every smallest set is shown with what it changes") {
  CHECK(goal_text(kChain, "drop:example.com/B") ==
        R"(drop:example.com/B: 1 edit (fewer are not enough), 3 ways
exclude=example.com/B@v1.1.0
  run
    go mod edit -exclude=example.com/B@v1.1.0
  0 modules added, 1 module removed, 0 modules changed
    removed: 1
      example.com/B@v1.1.0
  side effects
    go install MODULE@VERSION refuses a module whose go.mod has exclude or replace lines
    go mod tidy undoes this where packages need what it removes

droprequire=example.com/A
  run
    go mod edit -droprequire=example.com/A
  0 modules added, 2 modules removed, 0 modules changed
    removed: 2
      example.com/A@v1.1.0
      example.com/B@v1.1.0
  side effects
    go mod tidy undoes this where packages need what it removes

exclude=example.com/A@v1.1.0
  run
    go mod edit -exclude=example.com/A@v1.1.0
  0 modules added, 2 modules removed, 0 modules changed
    removed: 2
      example.com/A@v1.1.0
      example.com/B@v1.1.0
  side effects
    go install MODULE@VERSION refuses a module whose go.mod has exclude or replace lines
    go mod tidy undoes this where packages need what it removes
)");
}

TEST_CASE("a search that stopped names the limit that stopped it") {
  CHECK(goal_text(kTwoChains, "drop:example.com/B",
                  {.max_edits = 1, .max_trials = 2000}) ==
        R"(drop:example.com/B: no edits found
stopped at 1 edit in a set: larger sets are not searched

required by
  example.com/C@v1.1.0
)");
  CHECK(goal_text(kTwoChains, "drop:example.com/B",
                  {.max_edits = 4, .max_trials = 1}) ==
        R"(drop:example.com/B: no edits found
stopped at --max-trials, 1 edit: not every single edit was tried

required by
  example.com/C@v1.1.0
)");
}

}  // namespace
}  // namespace modgraph
