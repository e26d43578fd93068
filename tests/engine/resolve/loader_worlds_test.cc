// Recorded answers of the go command about random module worlds.

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/module_world.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

TEST_CASE("random worlds resolve as the go command resolved them") {
  const auto folder = corpus();
  if (!folder) return skip("worlds", "MODGRAPH_CORPUS is not set");
  std::ifstream lines(*folder + "/worlds.jsonl");
  std::size_t compared = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    const ModuleWorld world{record["files"], record["mods"]};
    const auto expected = [&](const char* command) {
      REQUIRE(record[command]["rc"] == 0);
      return replaced(record[command]["out"], "$D", kWorldFolder);
    };
    INFO(record["id"]);
    CHECK(graph_of_world(world) == expected("graph"));
    CHECK(list_of_world(world) == expected("list"));
    compared += 2;
  }
  CHECK(compared > 0);
  report("worlds", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph::test
