#include "engine/analysis/go_mod_lines/replacement_use.h"

#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// One word for each directive, go.work first: "applies", "none", "none:v1.0.0"
// with what the build has instead, "shadowed:go.work", "silent".
std::string effects(std::string_view graph, std::string_view files) {
  const Project project = test::project_with(graph, files);
  std::string out;
  for (const ReplacementUse& use : replacement_uses(project)) {
    if (!out.empty()) out += " ";
    switch (use.effect) {
      case ReplacementEffect::kApplies:
        out += "applies";
        break;
      case ReplacementEffect::kNone:
        out += "none";
        if (use.instead)
          out += ":" + std::string(project.graph.version(*use.instead));
        break;
      case ReplacementEffect::kShadowed:
        out += use.shadowed_by->manifest == kGoWorkFile ? "shadowed:go.work"
                                                        : "shadowed:go.mod";
        break;
      case ReplacementEffect::kSilent:
        out += "silent";
        break;
    }
  }
  return out;
}

TEST_CASE("a replacement applies to a version of the graph") {
  CHECK(effects("A: B1", "module A; replace B => ../b") == "applies");
  CHECK(effects("A: B1", "module A; replace B v1.0.0 => ../b") == "applies");
  CHECK(effects("A: B1 | B1: C1", "module A; replace C => D v1.0.0") ==
        "applies");
}

TEST_CASE("a replacement of what is not in the build has no effect") {
  CHECK(effects("A: B1", "module A; replace C => ../c") == "none");
  CHECK(effects("A: B2", "module A; replace B v1.0.0 => ../b") ==
        "none:v2.0.0");
  // An unselected version of graph text may have been read.
  CHECK(effects("A: B1 C1 | C1: B1.5", "module A; replace B v1.0.0 => ../b") ==
        "applies");
  CHECK(effects("A: B1", "module A; replace A => ../a") == "none:");
}

TEST_CASE("an exact version goes before all versions") {
  CHECK(effects("A: B1",
                "module A; replace B => ../b; replace B v1.0.0 => ../c") ==
        "shadowed:go.mod applies");
  // At an unselected version only, it leaves the selected one alone.
  CHECK(effects("A: B1 C1 | C1: B1.5",
                "module A; replace B => ../b; replace B v1.0.0 => ../c") ==
        "applies applies");
}

TEST_CASE("go.work goes before go.mod") {
  const std::string_view graph = "A: C1 | B: C1";
  CHECK(effects(graph,
                "go 1.20; replace C => ../c | module A; replace C => ../d | "
                "module B") == "applies shadowed:go.work");
  CHECK(effects(graph,
                "go 1.20; replace C => D v1.0.0 | module A; replace C v1.0.0 "
                "=> D v1.0.0 | module B") == "applies applies");
}

TEST_CASE("members of a workspace name each other for builds without it") {
  CHECK(effects("A: C1 | B: C1",
                "go 1.20 | module A; replace B => ../b | module B") ==
        "silent");
}

}  // namespace
}  // namespace modgraph
