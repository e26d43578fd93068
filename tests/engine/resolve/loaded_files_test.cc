#include "engine/resolve/loaded_files.h"

#include "engine/resolve/loader.h"
#include "tests/support/memory_source.h"
#include "tests/support/module_world.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A resolved world, and what it was resolved from.
struct Resolved {
  MainModules mains;
  test::MemorySource source;
  SummaryStore store;
  ResolvedBuild build;

  explicit Resolved(const test::ModuleWorld& world)
      : mains(test::main_modules_of(world).value()),
        source(world.modules),
        store(source),
        build(load(mains, store).value()) {}

  std::vector<LoadedFile> opened() const {
    return loaded_files(build.graph, Replacements(mains));
  }
};

const std::string kMainText =
    "module m\ngo 1.20\nrequire example.com/a v1.0.0\n";

TEST_CASE("who asks for what is excluded") {
  Resolved r({{{"go.mod", kMainText + "exclude example.com/b v1.0.0\n"
                                      "exclude example.com/c v1.0.0\n"}},
              {{"example.com/a@v1.0.0",
                "module example.com/a\ngo 1.20\nrequire example.com/b "
                "v1.0.0\n"}}});
  const auto asked =
      excluded_requirements(r.mains, r.build.graph, r.opened(), r.store);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].excluded == ModuleVersion{"example.com/b", "v1.0.0"});
  CHECK(asked[0].by == ModuleVersion{"example.com/a", "v1.0.0"});
}

TEST_CASE("a main module asks for what it excludes itself") {
  Resolved r({{{"go.mod",
                "module m\ngo 1.20\nrequire example.com/b v1.0.0\n"
                "exclude example.com/b v1.0.0\n"}},
              {}});
  const auto asked =
      excluded_requirements(r.mains, r.build.graph, r.opened(), r.store);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].by == ModuleVersion{"m", ""});
}

TEST_CASE("every go.mod that is read has a sum, folders aside") {
  Resolved r({{{"go.mod", kMainText + "require example.com/d v1.0.0\n"
                                      "replace example.com/d => ./d\n"},
               {"d/go.mod", "module example.com/d\ngo 1.20\n"}},
              {{"example.com/a@v1.0.0",
                "module example.com/a\ngo 1.20\nrequire example.com/b "
                "v1.0.0\n"},
               {"/world/d", "module example.com/d\ngo 1.20\n"}}});
  const GoSum sum{"example.com/a", "v1.0.0/go.mod", "h1:x", 0};
  CHECK(missing_go_mod_sums(r.opened(), GoSums({sum})).empty());
  // That of the archive is another one; what was pruned out needs none.
  const GoSum archive{"example.com/a", "v1.0.0", "h1:x", 0};
  const auto missing = missing_go_mod_sums(r.opened(), GoSums({archive}));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0] == ModuleVersion{"example.com/a", "v1.0.0"});
}

}  // namespace
}  // namespace modgraph
