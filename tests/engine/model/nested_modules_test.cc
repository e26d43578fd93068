#include "engine/model/nested_modules.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// "outer>inner", in order.
std::string nested(const std::vector<std::string_view>& paths) {
  std::string out;
  for (const NestedModules& n : nested_modules(paths))
    out.append(out.empty() ? "" : " ")
        .append(paths[n.outer])
        .append(">")
        .append(paths[n.inner]);
  return out;
}

TEST_CASE("a module below another one") {
  CHECK(nested({"x/m", "x/m/c", "x/other"}) == "x/m>x/m/c");
  CHECK(nested({"x/m/c", "x/m"}) == "x/m>x/m/c");
  CHECK(nested({"x/m", "x/m/a/b", "x/m/v2"}) == "x/m>x/m/a/b x/m>x/m/v2");
}

TEST_CASE("each pair of several levels") {
  CHECK(nested({"a", "a/b", "a/b/c"}) == "a>a/b a>a/b/c a/b>a/b/c");
}

TEST_CASE("paths that only begin alike") {
  CHECK(nested({"x/m", "x/mc", "x/m-c", "x/m.v2", "x"}).find("x/m>") ==
        std::string::npos);
  CHECK(nested({}).empty());
}

}  // namespace
}  // namespace modgraph
