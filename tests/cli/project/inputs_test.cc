// Which files a folder's settings name, and what the command line says instead.

#include "cli/project/inputs.h"

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct NamedByFolder {
  NamedByFolder() {
    folder.write(".git/HEAD", "");
    folder.write("go.mod", "module a\n");
    for (const char* name : {"p.json", "t.json", "other.json"})
      folder.write(name, "{}\n");
    folder.write(".modgraph.yaml",
                 "inputs: {packages: p.json, timings: t.json}\n");
  }
  InputPlan plan(InputOptions options = {}) const {
    options.paths = {folder.path()};
    return plan_inputs(options, {}).value();
  }
  test::TemporaryFolder folder;
};

TEST_CASE("settings name packages and timings beside the folder's module") {
  const NamedByFolder f;
  const InputPlan plan = f.plan();
  CHECK(plan.packages == f.folder.path() + "/p.json");
  CHECK(plan.timings == f.folder.path() + "/t.json");
  CHECK(plan.resolve_in == f.folder.path());
  CHECK(plan.settings.used ==
        std::vector<std::string>{"packages: p.json", "timings: t.json"});
}

TEST_CASE("an input of the command line counts before that of the settings") {
  const NamedByFolder f;
  InputOptions options;
  options.timings = f.folder.path() + "/other.json";
  const InputPlan plan = f.plan(options);
  CHECK(plan.timings == options.timings);
  CHECK(plan.packages == f.folder.path() + "/p.json");
  CHECK(plan.settings.used == std::vector<std::string>{"packages: p.json"});
}

}  // namespace
}  // namespace modgraph
