#include "engine/resolve/vendor_graph.h"

#include <set>
#include <sstream>

#include "importers/go_mod/go_mod.h"
#include "importers/module_folder/vendor_modules.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"
#include "tests/support/vendored_project.h"

namespace modgraph {
namespace {

using test::vendored_graph;
using test::VendoredProject;

const std::string kPruned = "go.mod: module m; go 1.20; ";
const std::string kUnpruned = "go.mod: module m; go 1.16; ";

// "a@v1.0.0 indirect go=1.20 => ./a | ...": the build list.
std::string build_of(const VendoredProject& project) {
  const MainModules mains = main_modules_of(project);
  const auto build = load_vendored(mains, vendored_modules_of(project));
  std::string out;
  for (const BuildModule& m : build.value().build_list) {
    out += (out.empty() ? "" : " | ") + build->graph.name(m.node);
    if (m.indirect) out += " indirect";
    if (!m.go_version.empty()) out += " go=" + m.go_version;
    if (m.replaced) out += " => " + m.replaced->shown.path;
  }
  return out;
}

TEST_CASE("in a pruned module go.mod has all of the build") {
  CHECK(vendored_graph({kPruned + "require b v1.0.0; require a v1.0.0; "
                                  "toolchain go1.22.0",
                        "# a v1.0.0 | ## explicit | a | # b v1.0.0 | ## "
                        "explicit"}) ==
        "m a@v1.0.0 | m b@v1.0.0 | m go@1.20 | m toolchain@go1.22.0");
  CHECK(vendored_graph({kPruned, "# a v1.0.0 | a | # b v1.0.0 | b"}) ==
        "!vendored module a@v1.0.0 should be required explicitly in go.mod | "
        "vendored module b@v1.0.0 should be required explicitly in go.mod | "
        "updates to go.mod needed, disabled by -mod=vendor; to update it:\n\t"
        "go mod tidy");
}

TEST_CASE("elsewhere the main module stands in for unknown requirers") {
  const VendoredProject project{kUnpruned + "require a v1.0.0",
                                "# a v1.0.0 | ## explicit | a | # b v1.0.0 | b "
                                "| # c v1.0.0"};
  CHECK(vendored_graph(project) == "m a@v1.0.0 | m go@1.16 | m b@v1.0.0");
  const MainModules mains = main_modules_of(project);
  const auto build = load_vendored(mains, vendored_modules_of(project)).value();
  CHECK(build.has_stand_ins);
  REQUIRE(build.partial_because.size() == 1);
  CHECK(build.partial_because[0] ==
        "resolved from vendor/modules.txt: what the vendored modules "
        "themselves require is not known; of 1 no requirer is known, the main "
        "module stands in for it");
  CHECK(build.graph.loaded(*build.graph.find("a", "v1.0.0")) == Loaded::kNo);
  CHECK(build.graph.loaded(*build.graph.find("m", "")) == Loaded::kYes);
}

TEST_CASE("a workspace has the requirements of its modules, and the others") {
  CHECK(vendored_graph({"go.work: go 1.21; toolchain go1.22.0; use ./y; use "
                        "./x | x/go.mod: module x; go 1.20; require b v1.0.0; "
                        "require a v1.1.0 | y/go.mod: module y; require a "
                        "v1.0.0",
                        "## workspace | # a v1.0.0 | ## explicit | # a v1.1.0 "
                        "| ## explicit | a | # b v1.0.0 | ## explicit | b | # "
                        "c v1.0.0 | c"}) ==
        "x b@v1.0.0 | x a@v1.1.0 | x go@1.20 | x c@v1.0.0 | y a@v1.0.0 | y "
        "go@1.16 | y c@v1.0.0");
}

TEST_CASE("the build list knows replacements, go lines and who is indirect") {
  CHECK(build_of({kUnpruned + "require a v1.0.0; require b v1.0.0 // "
                              "indirect; replace c => ./c",
                  "# a v1.0.0 | ## explicit; go 1.20 | a | # b v1.0.0 | ## "
                  "explicit | # c v1.2.0 => ./c | ## go 1.19 | c | # c => "
                  "./c"}) ==
        "m | a@v1.0.0 go=1.20 | b@v1.0.0 indirect | c@v1.2.0 indirect go=1.19 "
        "=> ./c");
}

TEST_CASE("excluded requirements are ignored, unless go.mod must be right") {
  const VendoredProject project{kPruned + "require a v1.0.0; exclude a v1.0.0",
                                "# a v1.0.0 | ## explicit"};
  VendorOptions options;
  options.mode = VendorMode::kAutomatic;
  CHECK(vendored_graph(project, options) ==
        "!updates to go.mod needed, disabled by -mod=vendor\n\t(Go version in "
        "go.mod is at least 1.14 and vendor directory exists.)\n\tto update "
        "it:\n\tgo mod tidy");
  options.refuse_rewrites = false;
  CHECK(vendored_graph(project, options) == "m go@1.20");
}

TEST_CASE("a go.mod that lists a path twice needs an update") {
  const std::string twice = "require a v1.0.0; require a v1.1.0";
  const std::string listed =
      "# a v1.0.0 | ## explicit | # a v1.1.0 | ## explicit | a";
  const std::string dirty =
      "!updates to go.mod needed, disabled by -mod=vendor; to update it:\n\tgo "
      "mod tidy";
  CHECK(vendored_graph({kPruned + twice, listed}) == dirty);
  CHECK(vendored_graph({kUnpruned + twice, listed}) == dirty);
  // Its own path is passed over in a pruned module.
  const std::string itself = "require m v1.0.0";
  CHECK(vendored_graph({kUnpruned + itself, "# m v1.0.0 | ## explicit"}) ==
        dirty);
  CHECK(vendored_graph({kPruned + itself, "# m v1.0.0 | ## explicit"}) ==
        "m go@1.20 | m m@v1.0.0");
}

TEST_CASE("a release of the running version of Go is not newer") {
  VendorOptions strict;
  strict.newer_go = NewerGo::kRefuse;
  strict.go_version = "1.26";
  CHECK(vendored_graph({kPruned + "require a v1.0.0",
                        "# a v1.0.0 | ## explicit; go 1.26.0 | a"},
                       strict) == "m a@v1.0.0 | m go@1.20");
}

TEST_CASE("go lines in modules.txt can be too new") {
  const VendoredProject project{
      kPruned + "require a v1.0.0",
      "# a v1.0.0 | ## explicit; go 1.99; go 1.20 | a"};
  CHECK(vendored_graph(project) == "m a@v1.0.0 | m go@1.20");
  VendorOptions strict;
  strict.newer_go = NewerGo::kRefuse;
  CHECK(vendored_graph(project, strict) ==
        "!a in vendor/modules.txt requires go >= 1.99 (running go 1.26)");
}

TEST_CASE("paths that no module has are refused") {
  CHECK(vendored_graph({kUnpruned, "# a@b v1.0.0 | x"}) ==
        "!malformed module path \"a@b\": invalid char '@'");
  // These are no module versions, though packages stand below them.
  CHECK(vendored_graph({kUnpruned,
                        "# go v1.0.0 | x | # toolchain v1.0.0 | "
                        "y"}) == "m go@1.16");
  CHECK(vendored_graph({kUnpruned + "replace a => ./a", "# a => ./a | a"}) ==
        "m go@1.16");
}

TEST_CASE("when the go command uses a vendor folder of its own accord") {
  const auto automatic = [](const VendoredProject& project) {
    return vendors_automatically(main_modules_of(project),
                                 vendored_modules_of(project));
  };
  CHECK(automatic({"go.mod: module m; go 1.14", ""}));
  CHECK_FALSE(automatic({"go.mod: module m; go 1.13", ""}));
  CHECK_FALSE(automatic({"go.mod: module m", ""}));
  CHECK_FALSE(automatic({"go.mod: module m; go 1.14", "## workspace"}));
  const std::string members = " use ./x | x/go.mod: module x; go 1.12";
  CHECK(automatic({"go.work: go 1.20;" + members, "## workspace"}));
  CHECK_FALSE(automatic({"go.work: go 1.20;" + members, ""}));
  CHECK_FALSE(automatic({"go.work:" + members, "## workspace"}));
}

// Every module of the build has the version of the whole build list.
TEST_CASE("real vendor folders") {
  const auto folder = test::corpus();
  if (!folder) return test::skip("vendor", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const char* name : {"nats", "opa"}) {
    const std::string at = *folder + "/real/" + name + "/";
    MainModules mains;
    mains.folder = "/real";
    mains.modules.push_back(
        {parse_main_go_mod("go.mod", test::read_file(at + "go.mod")).value(),
         "/real"});
    const VendoredModules vendored =
        parse_vendor_modules(test::read_file(at + "modules.txt"));
    CHECK(vendors_automatically(mains, vendored));
    const auto build = load_vendored(mains, vendored);
    REQUIRE(build.has_value());
    CHECK_FALSE(build->has_stand_ins);
    std::set<std::string> listed;
    std::istringstream lines(test::read_file(at + "list.txt"));
    for (std::string line; std::getline(lines, line);)
      listed.insert(line.substr(0, line.find(" =>")));
    for (const BuildModule& m : build->build_list) {
      std::string line(build->graph.path(m.node));
      if (!build->graph.is_main(m.node))
        line += " " + std::string(build->graph.version(m.node));
      CHECK(listed.contains(line));
      ++compared;
    }
  }
  CHECK(compared > 100);
  test::report("vendor", compared, "versions");
}

}  // namespace
}  // namespace modgraph
