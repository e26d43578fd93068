// Goals in the words of tests/support/world_words.h: the smallest sets of
// edits, against trying all sets.

#include "engine/advice/goal.h"

#include <algorithm>
#include <random>

#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

// "-droprequire=A | -exclude=B@v1.1.0", or why not.
std::string sets(std::string_view words, std::string_view goal,
                 const GoalOptions& options = {}) {
  test::WorldSimulator world(words);
  if (!world.error().empty()) return "error: " + world.error();
  const GoalSearch found =
      search_goal(parse_goal(goal).value(), world.simulator(), options);
  std::string out;
  for (const auto& set : found.sets)
    out += (out.empty() ? "" : " | ") + test::edits_in_words(set);
  if (out.empty()) out = "none";
  return out + (found.stopped_early ? " (stopped)" : "");
}

TEST_CASE("goals are read") {
  CHECK(parse_goal("drop:a.b/c")->path == "a.b/c");
  CHECK(parse_goal("cap:a.b/c@v1.2.0")->version == "v1.2.0");
  CHECK(parse_goal("break:a.b/c")->kind == GoalKind::kBreak);
  for (const char* wrong : {"", "drop", "drop:", "cap:a.b/c", "cap:a.b/c@",
                            "cap:a.b/c@latest", "cap:@v1.0.0", "keep:a.b/c"})
    CHECK_FALSE(parse_goal(wrong));
}

TEST_CASE("the module leaves with one edit, fewest modules moved first") {
  CHECK(sets("m/1.16: A1 C1 | A1: B1 | B1: | C1:", "drop:example.com/B") ==
        "-exclude=B@v1.1.0 | -droprequire=A | -exclude=A@v1.1.0");
}

TEST_CASE("two chains need two edits, or one that breaks both") {
  CHECK(sets("m/1.16: A1 C1 | A1: B1 | C1: B1 | B1:", "drop:example.com/B") ==
        "-exclude=B@v1.1.0");
  CHECK(
      sets("m/1.16: A1 C1 | A1: B1 | C1: B2 | B1: | B2:", "drop:example.com/B")
          .starts_with("-exclude=B@v1.2.0 -exclude=B@v1.1.0"));
}

TEST_CASE("a cap lowers what is ours") {
  CHECK(sets("m/1.16: B3 A1 | A1: B1 | B1: | B2: | B3:",
             "cap:example.com/B@v1.2.0") ==
        "-require=B@v1.2.0 | -droprequire=B | -exclude=B@v1.3.0");
}

TEST_CASE("a dropped requirement is lowered where that does") {
  CHECK(sets("m/1.16: A2 C1 | C1: A1 | A1: | A2: B1 | B1:",
             "drop:example.com/B") ==
        "-exclude=B@v1.1.0 | -require=A@v1.1.0 | -exclude=A@v1.2.0");
}

TEST_CASE("an indirect line is dropped first, and not lowered instead") {
  test::WorldSimulator world("m/1.16: A2 C1 | A1: | A2: B1 | B1: | C1: A1");
  for (Requirement& r : world.project().manifests[0].require)
    r.indirect = r.module.path == "example.com/A";
  const GoalPlan plan =
      plan_goal(parse_goal("drop:example.com/B").value(), world.simulator());
  REQUIRE(plan.fixes.size() == 3);
  CHECK(test::edits_in_words(plan.fixes[0].edits) == "-droprequire=A");
  CHECK(plan.fixes[0].side_effects.back() ==
        "lowers example.com/A v1.2.0 -> v1.1.0");
}

TEST_CASE("what raises a line is found, and lowered to what is at hand") {
  // go.mod says Q1, L2 raises it; the graph does not know L1.
  test::WorldSimulator world("m/1.16: L2 Q1 | L2: Q3 | L1: Q1 | Q1: | Q3:");
  REQUIRE(world.error().empty());
  BuildSource source = world.source();
  source.versions = [](const std::string& path) {
    return path == "example.com/L" ? std::vector<std::string>{"v1.1.0"}
                                   : std::vector<std::string>{};
  };
  const auto simulator = EditSimulator::make(source, test::edited);
  const GoalPlan plan =
      plan_goal(parse_goal("cap:example.com/Q@v1.1.0").value(), *simulator);
  REQUIRE(plan.fixes.size() == 3);
  CHECK(test::edits_in_words(plan.fixes[0].edits) == "-require=L@v1.1.0");
  CHECK(plan.fixes[0].side_effects.back() ==
        "lowers example.com/Q v1.3.0 -> v1.1.0");
  REQUIRE(plan.lowered.size() == 2);
  CHECK(plan.lowered[0].module == "example.com/L");
  // What goes below a minimum comes last, and says so.
  CHECK(test::edits_in_words(plan.fixes[2].edits) == "-exclude=Q@v1.3.0");
  CHECK(plan.fixes[2].side_effects.back() ==
        "builds example.com/L v1.2.0 below its minimum: it requires v1.3.0");
}

TEST_CASE("what holds already, and what stops early") {
  CHECK(sets("m/1.16: B1 | B1:", "cap:example.com/B@v1.2.0") == "none");
  CHECK(sets("m/1.16: A1 C1 | A1: B1 | C1: B2 | B1: | B2:",
             "drop:example.com/B", {.max_edits = 1}) == "none (stopped)");
  CHECK(sets("m/1.16: A1 | A1: B1 | B1:", "drop:example.com/B",
             {.max_trials = 1}) == "-droprequire=A (stopped)");
}

TEST_CASE("a plan says of each set what it changes, and who is against it") {
  test::WorldSimulator world("m/1.16: A1 C1 | A1: B1 | B1: | C1:");
  GoalPlan plan =
      plan_goal(parse_goal("drop:example.com/B").value(), world.simulator());
  CHECK_FALSE(plan.holds_already);
  REQUIRE(plan.fixes.size() == 3);
  CHECK(plan.fixes[0].title == "exclude=example.com/B@v1.1.0");
  CHECK(test::effect_in_words(plan.fixes[0].effect) == "-B@v1.1.0");
  CHECK(plan.fixes[0].side_effects.size() == 2);
  CHECK(plan.fixes[1].side_effects.size() == 1);
  CHECK(plan.fixes[1].commands ==
        std::vector<std::string>{"go mod edit -droprequire=example.com/A"});
  CHECK(plan.required_by == std::vector<std::string>{"example.com/A@v1.1.0"});

  plan = plan_goal(parse_goal("drop:example.com/Z").value(), world.simulator());
  CHECK(plan.holds_already);
  CHECK(plan.fixes.empty());
}

// All edits that there are: dropping each line, excluding each version.
std::vector<MainEdit> all_edits(const Project& project) {
  const ModuleGraph& graph = project.graph;
  std::vector<MainEdit> out;
  for (const Requirement& r : project.manifests[0].require)
    out.push_back({0, {EditKind::kDropRequire, {r.module.path, ""}}});
  for (const NodeId n : graph.nodes())
    if (!graph.is_main(n) &&
        graph.kind(graph.module_of(n)) == ModuleKind::kModule)
      out.push_back(
          {0,
           {EditKind::kExclude,
            {std::string(graph.path(n)), std::string(graph.version(n))}}});
  return out;
}

// The size of the smallest set by trying all of up to three; 9: none.
std::size_t smallest(const EditSimulator& simulator, const Goal& goal,
                     const std::vector<MainEdit>& all) {
  const auto does = [&](const std::vector<MainEdit>& set) {
    const auto build = simulator.resolve(set);
    return build && reached(goal, build->graph);
  };
  for (const MainEdit& a : all)
    if (does({a})) return 1;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (does({all[i], all[j]})) return 2;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      for (std::size_t k = j + 1; k < all.size(); ++k)
        if (does({all[i], all[j], all[k]})) return 3;
  return 9;
}

std::string random_world(std::mt19937& random) {
  std::string words = random() % 2 ? "m/1.16:" : "m/1.20:";
  const std::string names = "ABCD";
  const auto requirements = [&](std::size_t most) {
    std::string out;
    for (const char c : names)
      if (random() % 4 < most)
        out += std::string(" ") + c + std::to_string(1 + random() % 3);
    return out;
  };
  words += requirements(2);
  for (const char c : names)
    for (int v = 1; v <= 3; ++v)
      words += std::string(" | ") + c + std::to_string(v) +
               (random() % 2 ? "/1.20:" : ":") + requirements(1);
  return words;
}

TEST_CASE("no set of edits is smaller, by trying all") {
  std::mt19937 random(5);
  std::size_t compared = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string words = random_world(random);
    CAPTURE(words);
    test::WorldSimulator world(words);
    if (!world.error().empty()) continue;
    for (const char* text :
         {"drop:example.com/A", "cap:example.com/B@v1.1.0"}) {
      const Goal goal = parse_goal(text).value();
      if (reached(goal, world.project().graph)) continue;
      const GoalSearch found =
          search_goal(goal, world.simulator(), {.max_edits = 3});
      if (found.repaired) continue;
      const std::size_t size =
          found.sets.empty() ? 9 : found.sets.front().size();
      CAPTURE(text);
      CHECK(size ==
            smallest(world.simulator(), goal, all_edits(world.project())));
      ++compared;
    }
  }
  CHECK(compared > 100);
}

}  // namespace
}  // namespace modgraph
