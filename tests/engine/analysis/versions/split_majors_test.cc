#include "engine/analysis/versions/split_majors.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "m@v1.0.0 m/v2@v2.0.0 twice | ...".
std::string majors(std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  std::string out;
  for (const SplitMajor& split : split_majors(graph)) {
    out += out.empty() ? "" : " | ";
    for (ModuleId m : split.modules)
      out += (m == split.modules.front() ? "" : " ") +
             graph.name(graph.selected(m));
    if (split.same_major_twice) out += " twice";
  }
  return out;
}

TEST_CASE("majors of one module have paths of their own") {
  CHECK(majors("A: x/m@v1.0.0 x/m/v2@v2.1.0") == "x/m@v1.0.0 x/m/v2@v2.1.0");
  CHECK(majors("A: x/m/v2@v2.1.0 x/m/v3@v3.0.0") ==
        "x/m/v2@v2.1.0 x/m/v3@v3.0.0");
}

TEST_CASE("majors ascend as numbers") {
  CHECK(majors("A: x/m/v10@v10.0.0 x/m/v9@v9.0.0 x/m@v1.0.0") ==
        "x/m@v1.0.0 x/m/v9@v9.0.0 x/m/v10@v10.0.0");
}

TEST_CASE("gopkg.in writes majors with a dot") {
  CHECK(majors("A: gopkg.in/y.v3@v3.0.1 gopkg.in/y.v2@v2.4.0") ==
        "gopkg.in/y.v2@v2.4.0 gopkg.in/y.v3@v3.0.1");
  CHECK(majors("A: gopkg.in/y.v2-unstable@v2.4.0 gopkg.in/y.v2@v2.4.0") ==
        "gopkg.in/y.v2@v2.4.0 gopkg.in/y.v2-unstable@v2.4.0");
}

TEST_CASE("a gopkg.in path is a major of the code on GitHub") {
  CHECK(majors("A: gopkg.in/u/p.v2@v2.3.1 github.com/u/p/v3@v3.0.0") ==
        "gopkg.in/u/p.v2@v2.3.1 github.com/u/p/v3@v3.0.0");
  CHECK(majors("A: gopkg.in/u/p.v3@v3.1.0 github.com/u/p/v3@v3.0.0") ==
        "github.com/u/p/v3@v3.0.0 gopkg.in/u/p.v3@v3.1.0 twice");
  CHECK(majors("A: gopkg.in/p.v1@v1.3.1 github.com/go-p/p@v1.2.0") ==
        "github.com/go-p/p@v1.2.0 gopkg.in/p.v1@v1.3.1 twice");
  CHECK(majors("A: gopkg.in/u/p.v2@v2.3.1 github.com/u/q/v2@v2.0.0").empty());
}

TEST_CASE("several versions of one path are no majors") {
  CHECK(majors("A: x/m@v1.0.0 B1 | B1: x/m@v1.9.0").empty());
  CHECK(majors("A: x/m@v1.0.0 x/m-v2@v1.0.0 x/m/v2/sub@v1.0.0").empty());
  CHECK(majors("A: x/m/v2@v2.0.0 B1 | B1: x/m/v2@v2.3.0").empty());
  CHECK(majors("A: x/m@v1.0.0 y/m/v2@v2.0.0").empty());
}

TEST_CASE("what looks like a major and is none") {
  CHECK(majors("A: x/m@v1.0.0 x/m/v1@v1.0.0 x/m/v02@v2.0.0").empty());
}

TEST_CASE("+incompatible beside the path of its own major") {
  CHECK(majors("A: x/m@v5.9.0+incompatible x/m/v5@v5.9.0") ==
        "x/m@v5.9.0+incompatible x/m/v5@v5.9.0 twice");
  CHECK(majors("A: x/m@v2.9.0+incompatible x/m/v5@v5.9.0") ==
        "x/m@v2.9.0+incompatible x/m/v5@v5.9.0");
}

TEST_CASE("a main module has majors too") {
  // In these texts a path that ends in a digit needs its version.
  CHECK(majors("x/m/v2@: x/m@v1.4.0") == "x/m@v1.4.0 x/m/v2");
}

TEST_CASE("an unselected version does not make a major twice") {
  CHECK(majors("A: x/m@v4.0.0+incompatible x/m/v3@v3.1.0 B1 | "
               "B1: x/m@v3.0.0+incompatible") ==
        "x/m@v4.0.0+incompatible x/m/v3@v3.1.0");
}

}  // namespace
}  // namespace modgraph
