#include "engine/analysis/build/module_timings.h"

#include "engine/model/graph_builder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

ModuleGraph graph_with(
    const std::vector<std::pair<std::string, std::string>>& modules) {
  GraphBuilder builder;
  const auto main = builder.add("example.com/app", "");
  for (const auto& [path, version] : modules)
    builder.require(main, builder.add(path, version));
  return std::move(builder).freeze().value();
}

const ModuleGraph& sample_graph() {
  static const ModuleGraph kGraph = graph_with({{"a.b/c", "v1.0.0"},
                                                {"a.b/c/v2", "v2.0.0"},
                                                {"a.b/c/sub", "v0.1.0"},
                                                {"plain", "v1.0.0"},
                                                {"go", "1.22"}});
  return kGraph;
}

std::string home(std::string_view package) {
  const PackageHome found = home_of_package(sample_graph(), package);
  switch (found.origin) {
    case PackageOrigin::kModule:
      return std::string(sample_graph().path(found.module));
    case PackageOrigin::kStandard:
      return "std";
    case PackageOrigin::kBuild:
      return "build";
    case PackageOrigin::kUnknown:
      break;
  }
  return "?";
}

TEST_CASE("a package belongs to the module with the longest path") {
  CHECK(home("a.b/c") == "a.b/c");
  CHECK(home("a.b/c/x") == "a.b/c");
  CHECK(home("a.b/c/v2/x") == "a.b/c/v2");
  CHECK(home("a.b/c/sub") == "a.b/c/sub");
  CHECK(home("a.b/c/subway") == "a.b/c");
  CHECK(home("a.b/cc") == "?");
  CHECK(home("example.com/app/cmd/app") == "example.com/app");
}

TEST_CASE("the standard library has no dot in its first element") {
  CHECK(home("net/http") == "std");
  CHECK(home("vendor/golang.org/x/net/idna") == "std");
  CHECK(home("go/ast") == "std");
  CHECK(home("plain/x") == "plain");
  CHECK(home("") == "build");
}

TEST_CASE("packages of tests are those that they test") {
  CHECK(home("a.b/c/x.test") == "a.b/c");
  CHECK(home("a.b/c.test") == "a.b/c");
  CHECK(home("a.b/c_test [a.b/c.test]") == "a.b/c");
  CHECK(home("a.b/c [a.b/c.test]") == "a.b/c");
  CHECK(home("fmt.test") == "std");
  CHECK(home("command-line-arguments") == "example.com/app");
}

BuildAction package_action(std::string package, std::uint64_t duration) {
  BuildAction out;
  out.package = std::move(package);
  out.duration = duration;
  return out;
}

TEST_CASE("the time of actions goes to modules, or is unknown") {
  BuildTimings timings;
  timings.actions = {package_action("a.b/c", 1),  package_action("a.b/c/x", 2),
                     package_action("fmt", 4),    package_action("", 8),
                     package_action("z.z/y", 16), package_action("z.z/y", 32)};
  const ModuleTimings found = module_timings(sample_graph(), timings);
  const ModuleId module = *sample_graph().find("a.b/c");
  CHECK(found.duration[index(module)] == 3);
  CHECK(found.known[index(module)]);
  CHECK_FALSE(found.known[index(*sample_graph().find("a.b/c/v2"))]);
  CHECK(found.standard == 4);
  CHECK(found.unknown_duration == 48);
  REQUIRE(found.unknown.size() == 1);
  CHECK(found.unknown[0].name == "z.z/y");
  CHECK(found.unknown[0].duration == 48);
}

TEST_CASE("rows of a table are of modules, maybe at another version") {
  BuildTimings timings;
  timings.modules = {{"a.b/c", "", 1, 1},
                     {"a.b/c/v2", "v2.1.0", 2, 2},
                     {"z.z", "", 4, 3},
                     {"go", "", 8, 4}};
  const ModuleTimings found = module_timings(sample_graph(), timings);
  CHECK(found.duration[index(*sample_graph().find("a.b/c/v2"))] == 2);
  REQUIRE(found.unknown.size() == 3);
  CHECK(found.unknown[0].selected == "v2.0.0");
  CHECK(found.unknown[0].version == "v2.1.0");
  CHECK(found.unknown[1].name == "go");
  CHECK_FALSE(found.unknown[2].selected.has_value());
}

}  // namespace
}  // namespace modgraph
