// What is said of indirect requirements of real modules: a tidy go.mod has no
// stale line, and packages agree with what `go mod why -m all` says.

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "engine/analysis/go_mod_lines/indirect.h"
#include "importers/go_list/go_list_json.h"
#include "importers/go_list/go_packages.h"
#include "importers/go_mod/go_mod.h"
#include "importers/graph_text/graph_text.h"
#include "tests/support/corpus.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a tidy go.mod has no stale line") {
  test::for_each_module("corpus: stale lines", [](const Project& project,
                                                  const Analysis& analysis) {
    for (const StaleLine& line : analysis.indirect.stale)
      CHECK_FALSE(line.is_sure());
    std::size_t lines = 0;
    for (const Manifest& manifest : project.manifests)
      lines += static_cast<std::size_t>(
          std::count_if(manifest.require.begin(), manifest.require.end(),
                        [](const Requirement& r) { return r.indirect; }));
    // Few are even possible: real modules have a handful of dependencies
    // without a go.mod.
    CHECK(analysis.indirect.stale.size() <= 10);
    return lines;
  });
}

// What `go mod why -m all` says: module path to the packages that lead to it;
// none where the main module does not need it.
std::map<std::string, std::vector<std::string>> reasons(
    const std::string& text) {
  std::map<std::string, std::vector<std::string>> out;
  std::istringstream lines(text);
  std::vector<std::string>* chain = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# "))
      chain = &out[line.substr(2)];
    else if (chain != nullptr && !line.empty() && !line.starts_with("("))
      chain->push_back(line);
  }
  return out;
}

Project project_in(const std::string& folder) {
  Project out;
  auto text =
      parse_graph_text("graph.txt", test::read_file(folder + "/graph.txt"));
  out.graph = std::move(text.value().builder).freeze().value();
  out.manifests.push_back(
      parse_main_go_mod("go.mod", test::read_file(folder + "/go.mod")).value());
  out.packages = parse_go_packages("packages.json",
                                   test::read_file(folder + "/packages.json"))
                     .value();
  return out;
}

// Why a module gives no package here, although `go mod why` has a reason: it
// looks at all platforms and build tags, and at tests of dependencies.
std::string reason_of_difference(const std::vector<std::string>& chain,
                                 const std::string& main) {
  for (const std::string& package : chain)
    if (package.ends_with(".test") && !package.starts_with(main))
      return "test of a dependency";
  return "other platform or build tag";
}

// What is compared of one module, and "path: difference" of the modules in
// which the two differ.
std::map<std::string, std::set<std::string>> differences(
    const std::string& folder, std::size_t& compared) {
  const Project project = project_in(folder);
  const ModuleGraph& graph = project.graph;
  const PackageUse use =
      package_use(graph, project.manifests, project.packages);
  CHECK(use.is_sound());
  std::map<std::string, std::set<std::string>> out;
  for (const auto& [path, chain] :
       reasons(test::read_file(folder + "/why.txt"))) {
    const auto module = graph.find(path);
    REQUIRE(module.has_value());
    const bool gives_none = use.use[index(*module)] == ModuleUse::kNone;
    // What nobody needs on any platform gives no package on this one.
    if (chain.empty()) CHECK(gives_none);
    const std::string main(graph.path(graph.mains().front()));
    if (!chain.empty() && gives_none)
      out[reason_of_difference(chain, main)].insert(path);
    ++compared;
  }
  return out;
}

TEST_CASE("modules without a package against go mod why") {
  const auto folder = test::corpus();
  if (!folder)
    return test::skip("corpus: go mod why", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  const auto nats = differences(*folder + "/real/nats", compared);
  CHECK(nats ==
        std::map<std::string, std::set<std::string>>{
            {"test of a dependency",
             {"github.com/davecgh/go-spew", "github.com/pmezard/go-difflib",
              "github.com/prashantv/gostub", "github.com/stretchr/testify",
              "gopkg.in/yaml.v3"}}});
  const auto opa = differences(*folder + "/real/opa", compared);
  CHECK(
      opa ==
      std::map<std::string, std::set<std::string>>{
          {"other platform or build tag",
           {"github.com/AdaLogics/go-fuzz-headers",
            "github.com/inconshreveable/mousetrap",
            "github.com/sagikazarmark/locafero", "github.com/sourcegraph/conc",
            "go.uber.org/atomic", "go.uber.org/multierr", "golang.org/x/exp",
            "golang.org/x/mod", "golang.org/x/tools"}},
          {"test of a dependency",
           {"github.com/Microsoft/go-winio", "github.com/Microsoft/hcsshim",
            "github.com/arbovm/levenshtein", "github.com/containerd/cgroups",
            "github.com/containerd/continuity", "github.com/davecgh/go-spew",
            "github.com/dgryski/go-farm", "github.com/dgryski/trifles",
            "github.com/frankban/quicktest", "github.com/moby/sys/mountinfo",
            "github.com/moby/sys/userns", "github.com/pmezard/go-difflib",
            "github.com/prashantv/gostub", "github.com/spaolacci/murmur3",
            "github.com/stretchr/testify", "go.uber.org/goleak"}}});
  CHECK(compared > 290);
  test::report("corpus: go mod why", compared, "modules");
}

TEST_CASE("with package data a tidy go.mod has no stale line either") {
  const auto folder = test::corpus();
  if (!folder)
    return test::skip("corpus: stale lines with packages",
                      "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const char* name : {"nats", "opa"}) {
    const Project project = project_in(*folder + "/real/" + name);
    const Analysis analysis = analyse(project);
    for (const StaleLine& line : analysis.indirect.stale)
      CHECK(line.reason == StaleReason::kNoPackageHere);
    compared += project.manifests[0].require.size();
  }
  test::report("corpus: stale lines with packages", compared, "lines");
}

}  // namespace
}  // namespace modgraph
