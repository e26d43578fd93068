#include "importers/module_cache/dependency_replacements.h"

#include <array>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("directives are read from a cache and from folders") {
  const test::TemporaryFolder folder;
  folder.write("cache/example.com/!b/@v/v1.0.0.mod",
               "module example.com/B\nreplace (\n\tx.example/c => ../c\n"
               "\tx.example/d v1.0.0 => x.example/e v1.1.0\n)\n");
  folder.write("local/go.mod", "module l\nreplace x.example/f => ./f\n");
  folder.write("cache/example.com/bad/@v/v1.0.0.mod", "replace (\n");
  const std::array<ReplacingModule, 4> modules = {{
      {{"example.com/B", "v1.0.0"}, {"example.com/B", "v1.0.0"}},
      {{"example.com/l", "v1.0.0"}, {folder.path() + "/local", ""}},
      {{"example.com/bad", "v1.0.0"}, {"example.com/bad", "v1.0.0"}},
      {{"example.com/none", "v1.0.0"}, {"example.com/none", "v1.0.0"}},
  }};
  const std::array<std::string, 2> roots = {folder.path() + "/nothing",
                                            folder.path() + "/cache"};
  std::string out;
  for (const auto& r : dependency_replacements(modules, roots))
    out += r.by.path + ": " + r.directive.old.path + " => " +
           r.directive.replacement.path + "; ";
  CHECK(out ==
        "example.com/B: x.example/c => ../c; example.com/B: x.example/d => "
        "x.example/e; example.com/l: x.example/f => ./f; ");
}

}  // namespace
}  // namespace modgraph
