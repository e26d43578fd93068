#include "engine/advice/edit_simulator.h"

#include <algorithm>

#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

using test::WorldSimulator;

MainEdit require(std::string_view path, std::string version) {
  return {0,
          {EditKind::kRequire,
           {"example.com/" + std::string(path), std::move(version)}}};
}

MainEdit drop(std::string_view path) {
  return {0,
          {EditKind::kDropRequire, {"example.com/" + std::string(path), ""}}};
}

std::string effect(const Result<SimulatedBuild>& build) {
  if (!build) return "error: " + build.error().front().message;
  return test::effect_in_words(effect_of(build->difference));
}

const char* const kWorld =
    "m/1.16: A1 B1 | A1: C1 | A2: C2 | B1: | C1: | C2: D1 | D1:";

TEST_CASE("edits change a copy") {
  WorldSimulator world(kWorld);
  const EditSimulator& simulator = world.simulator();
  const std::vector<MainEdit> edits = {require("A", "v1.2.0"), drop("B")};
  const auto build = simulator.simulate(edits);
  CHECK(effect(build) == "+D@v1.1.0 -B@v1.1.0 A v1.1.0>v1.2.0 C v1.1.0>v1.2.0");
  REQUIRE(build->files.size() == 1);
  CHECK(build->files[0].file == "go.mod");
  CHECK(build->files[0].before == world.project().manifests[0].text);
  CHECK(build->files[0].after == build->project.manifests[0].text);
  // Nothing of it stays.
  CHECK(effect(simulator.simulate({})) == "");
  CHECK(&simulator.unedited() == &world.project());
}

TEST_CASE("resolving alone leads to the same build") {
  WorldSimulator world(kWorld);
  const std::vector<MainEdit> edits = {drop("A")};
  const auto project = world.simulator().resolve(edits);
  REQUIRE(project);
  CHECK(test::effect_in_words(effect_of(build_difference(
            world.project(), *project))) == "-A@v1.1.0 -C@v1.1.0");
}

TEST_CASE("edits are kept until they are forgotten") {
  WorldSimulator world(kWorld);
  EditSimulator& simulator = world.simulator();
  const std::vector<MainEdit> first = {drop("B")}, second = {drop("A")};
  auto build = simulator.simulate(first);
  simulator.keep(build.value());
  // The difference counts from the build without any edit.
  CHECK(effect(simulator.simulate(second)) == "-A@v1.1.0 -B@v1.1.0 -C@v1.1.0");
  CHECK(simulator.simulate(second)->files[0].before == build->files[0].after);
  simulator.reset();
  CHECK(effect(simulator.simulate(second)) == "-A@v1.1.0 -C@v1.1.0");
}

TEST_CASE("every member of a workspace can be edited") {
  WorldSimulator world(
      "work/1.21: x y | x/1.21: A1 | y/1.21: A1 B1 | A1: | B1:");
  const std::vector<MainEdit> edits = {
      {1, {EditKind::kDropRequire, {"example.com/B", ""}}}};
  const auto build = world.simulator().simulate(edits);
  CHECK(effect(build) == "-B@v1.1.0");
  REQUIRE(build->files.size() == 1);
  CHECK(build->files[0].file == "y/go.mod");
}

TEST_CASE("what is not in the module cache is an error") {
  WorldSimulator world(kWorld);
  const std::vector<MainEdit> edits = {require("A", "v1.9.0")};
  const auto build = world.simulator().simulate(edits);
  REQUIRE_FALSE(build);
  CHECK(build.error().front().kind == ErrorKind::kEnvironment);
  CHECK_FALSE(world.simulator().resolve(edits));
}

TEST_CASE("an edit that the go command refuses is an error") {
  WorldSimulator world(kWorld);
  const std::vector<MainEdit> edits = {require("A", "v2.0.0")};
  const auto build = world.simulator().simulate(edits);
  REQUIRE_FALSE(build);
  CHECK(build.error().front().message.find("should be v0 or v1, not v2") !=
        std::string::npos);
}

TEST_CASE("facts of modules that change are forgotten") {
  WorldSimulator world(kWorld);
  for (const char* name : {"A", "B"}) {
    ModuleInfo& row = world.project().module_info.emplace_back();
    row.path = std::string("example.com/") + name;
    row.update = ModuleRecord{};
    row.update->version = "v1.5.0";
  }
  const std::vector<MainEdit> edits = {require("A", "v1.2.0")};
  const auto build = world.simulator().simulate(edits);
  REQUIRE(build);
  REQUIRE(build->project.module_info.size() == 1);
  CHECK(build->project.module_info[0].path == "example.com/B");
  REQUIRE(build->project.module_info[0].update);
  CHECK(build->project.module_info[0].update->version == "v1.5.0");
}

TEST_CASE("a vendored build is resolved again, to compare with") {
  WorldSimulator world(kWorld);
  BuildSource source = world.source();
  source.is_vendored = true;
  const auto simulator = EditSimulator::make(source, test::edited);
  REQUIRE(simulator);
  CHECK(&simulator->unedited() != &world.project());
  CHECK(effect(simulator->simulate({})) == "");
}

TEST_CASE("a vendored build that cannot be resolved is an error") {
  WorldSimulator world(kWorld);
  test::MemorySource empty({});
  SummaryStore store(empty);
  const MainModules& mains = world.source().mains;
  const LoadOptions options;
  const GoSums sums;
  const auto simulator = EditSimulator::make(
      {world.project(), mains, store, options, sums, true}, test::edited);
  REQUIRE_FALSE(simulator);
  CHECK(simulator.error().front().kind == ErrorKind::kEnvironment);
  // It is only then that anything is resolved.
  CHECK(EditSimulator::make({world.project(), mains, store, options, sums},
                            test::edited));
}

}  // namespace
}  // namespace modgraph
