// What the go command would write into go.mod: line by line, and in random
// worlds exactly where it refuses to do without.

#include "engine/resolve/needed_update.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

TEST_CASE("a consistent go.mod needs no update") {
  CHECK(update_in_words("m/1.20: A1 B2? | A1/1.20: B2 | B2/1.20:") == "");
  CHECK(update_in_words("m/1.16: A1 | A1: B2 | B2:") == "");
  // Superfluous, and left alone.
  CHECK(update_in_words("m/1.20: A1 B9? | A1/1.20: | B9/1.20:") == "");
}

TEST_CASE("a line that is too low is raised") {
  CHECK(update_in_words("m/1.20: A1 B1 | A1/1.20: B2 | B1: | B2:") == "B1 ->2");
  CHECK(update_in_words("m/1.20: A1 B1? | A1/1.20: B2 | B1: | B2:") ==
        "B1 ->2");
  CHECK(update_in_words("m/1.16: A1 B1 | A1: B2 | B1: | B2:") == "B1 ->2");
}

TEST_CASE("a line that cannot be is dropped") {
  CHECK(update_in_words("m/1.20: A1 A2 | A1/1.20: | A2/1.20:") == "-A1");
  CHECK(update_in_words("m/1.20: A1 B1 -B1 | A1/1.20: | B1/1.20:") == "-B1");
  CHECK(update_in_words("m/1.22: A1 toolchain=go1.22 | A1/1.20:") ==
        "-toolchain go1.22");
}

TEST_CASE("an excluded version is replaced by what is selected") {
  CHECK(update_in_words("m/1.20: A1 B1 -B1 | A1/1.20: B2 | B1: | B2:") ==
        "-B1");
}

TEST_CASE("a go line that is too low is raised") {
  CHECK(update_in_words("m/1.21.0: A1 | A1/1.23.0:") == "go 1.21.0 -> 1.23.0");
}

TEST_CASE("an update is needed exactly where -mod=readonly refuses") {
  const auto folder = corpus();
  if (!folder) return skip("needed updates", "MODGRAPH_CORPUS is not set");
  std::ifstream lines(*folder + "/worlds.jsonl");
  std::size_t needed = 0;
  std::size_t compared = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    const ModuleWorld world{record["files"], record["mods"]};
    if (world.files.contains("go.work")) continue;
    // Whether a requirement of the module itself is refused depends on what
    // that version of it requires: nobody has one.
    if (world.files.at("go.mod").find("require ex.com/m ") != std::string::npos)
      continue;
    LoadOptions readonly;
    readonly.mode = ModMode::kReadonly;
    const bool refuses =
        graph_of_world(world, readonly).find("updates to go.mod needed") !=
        std::string::npos;
    INFO(record["id"] << "\n" << update_of_world(world));
    CHECK((update_of_world(world) != "") == refuses);
    needed += refuses ? 1 : 0;
    ++compared;
  }
  CHECK(needed > 0);
  CHECK(needed < compared);
  report("needed updates", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph::test
