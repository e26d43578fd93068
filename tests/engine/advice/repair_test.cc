// Builds that do not resolve, in the words of tests/support/world_words.h.

#include "engine/advice/repair.h"

#include "engine/resolve/load_errors.h"
#include "tests/support/memory_source.h"
#include "tests/support/test.h"
#include "tests/support/world_simulator.h"
#include "tests/support/world_words.h"

namespace modgraph {
namespace {

// The edits, or "none". `at_hand`: versions of every module.
std::string repair(const test::ModuleWorld& world,
                   std::vector<std::string> at_hand) {
  const MainModules mains = test::main_modules_of(world).value();
  test::MemorySource source(test::go_mod_files_of(world));
  SummaryStore store(source);
  const LoadOptions options;
  const GoSums sums;
  REQUIRE_FALSE(load(mains, store, options));
  Project before;
  before.resolved.emplace();
  for (const MainModule& m : mains.modules)
    before.manifests.push_back(m.manifest);
  BuildSource build{before, mains, store, options, sums};
  build.versions = [&](const std::string&) { return at_hand; };
  const auto simulator = EditSimulator::make(build, test::edited);
  REQUIRE(simulator);
  const Repair found = search_repair(*simulator);
  return found.fix ? test::edits_in_words(found.fix->edits) : "none";
}

TEST_CASE("a placeholder is replaced by the version that fits its requirer") {
  test::ModuleWorld world;
  world.files["go.mod"] =
      "module example.com/m\n\ngo 1.16\n\nrequire example.com/O v1.19.0\n";
  world.modules["example.com/O@v1.19.0"] =
      "module example.com/O\n\nrequire example.com/P v0.0.0\n";
  world.modules["example.com/P@v0.19.0"] = "module example.com/P\n";
  world.modules["example.com/P@v0.20.0"] = "module example.com/P\n";
  CHECK(repair(world, {"v0.19.0", "v0.20.0"}) == "-replace=P@v0.0.0=P@v0.19.0");
  CHECK(repair(world, {"v0.20.0"}) == "-replace=P@v0.0.0=P@v0.20.0");
  CHECK(repair(world, {}) == "none");
}

TEST_CASE("what belongs to another path is excluded where a version is left") {
  test::ModuleWorld world;
  world.files["go.mod"] =
      "module example.com/m\n\ngo 1.16\n\nrequire (\n\texample.com/A v1.0.0\n"
      "\texample.com/B v1.0.0\n)\n";
  world.modules["example.com/A@v1.0.0"] =
      "module example.com/A\n\nrequire example.com/K v1.3.3\n";
  world.modules["example.com/B@v1.0.0"] =
      "module example.com/B\n\nrequire example.com/K v1.3.2\n";
  world.modules["example.com/K@v1.3.2"] = "module example.com/K\n";
  world.modules["example.com/K@v1.3.3"] = "module example.com/other\n";
  CHECK(repair(world, {"v1.3.2", "v1.3.3"}) == "-exclude=K@v1.3.3");
  // Without another version the packages would be gone.
  world.modules["example.com/B@v1.0.0"] = "module example.com/B\n";
  CHECK(repair(world, {"v1.3.2", "v1.3.3"}) == "-replace=K@v1.3.3=K@v1.3.2");
}

TEST_CASE("what is only missing is fetched, not repaired") {
  CHECK(repair(test::world_of("m/1.16: A1"), {"v1.0.0"}) == "none");
}

TEST_CASE("placeholders") {
  CHECK(is_placeholder_version("v0.0.0"));
  CHECK(is_placeholder_version("v0.0.0-00010101000000-000000000000"));
  CHECK_FALSE(is_placeholder_version("v0.0.0-20210101000000-abcdefabcdef"));
}

}  // namespace
}  // namespace modgraph
