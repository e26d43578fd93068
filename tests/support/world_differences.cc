#include "tests/support/world_differences.h"

#include <vector>

#include "engine/resolve/resolved_project.h"
#include "importers/go_mod/go_mod.h"
#include "tests/support/memory_source.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

struct WorldState {
  Project project;
  std::vector<Manifest> manifests;
};

WorldState state_of(const std::string& words) {
  const ModuleWorld world = world_of(words);
  const auto mains = main_modules_of(world);
  REQUIRE(mains);
  MemorySource source(go_mod_files_of(world));
  SummaryStore store(source);
  auto build = load(*mains, store);
  REQUIRE(build);
  WorldState out{resolved_project(*mains, std::move(*build)), {}};
  for (const auto& [name, text] : world.files) {
    auto manifest = name.ends_with(".work") ? parse_go_work(name, text)
                                            : parse_go_mod(name, text);
    REQUIRE(manifest);
    out.manifests.push_back(std::move(*manifest));
  }
  return out;
}

}  // namespace

ProjectDifference difference_of_worlds(const std::string& before,
                                       const std::string& after,
                                       const std::string& modules) {
  const WorldState was = state_of(before + " | " + modules);
  const WorldState is = state_of(after + " | " + modules);
  return project_difference({was.project, was.manifests},
                            {is.project, is.manifests});
}

}  // namespace modgraph::test
