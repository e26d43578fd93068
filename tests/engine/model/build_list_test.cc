#include "engine/model/build_list.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using test::module_graph;

std::string list(std::string_view text) {
  const ModuleGraph g = module_graph(text);
  std::string out;
  for (NodeId n : build_list(g))
    out += (out.empty() ? "" : " ") + test::short_name(g, n);
  return out;
}

TEST_CASE("main modules come first, then the rest by path") {
  CHECK(list("M: B1 A2 go1.22 | B1: A3 | go1.22: toolchain1.22") == "M A3 B1");
  CHECK(list("Z: C1 | M: Z A1") == "M Z A1 C1");
}

Manifest with_replacements(std::vector<Replacement> replacements) {
  Manifest m;
  m.replace = std::move(replacements);
  return m;
}

TEST_CASE("an exact replacement comes before one for all versions") {
  const ModuleGraph g = module_graph("M: A1 A2 B1");
  const std::vector manifests = {
      with_replacements({{{"A", ""}, {"fork", "v9.0.0"}, {}},
                         {{"A", "v2.0.0"}, {"../a", ""}, {}},
                         {{"M", ""}, {"other", "v1.0.0"}, {}}})};
  const auto replaced = [&](std::string_view path, std::string_view version) {
    const auto r = replacement_of(manifests, g, g.find(path, version).value());
    return r ? r->path + "@" + r->version : "";
  };
  CHECK(replaced("A", "v1.0.0") == "fork@v9.0.0");
  CHECK(replaced("A", "v2.0.0") == "../a@");
  CHECK(replaced("B", "v1.0.0").empty());
  CHECK(replaced("M", "").empty());
}

}  // namespace
}  // namespace modgraph
