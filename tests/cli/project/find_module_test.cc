#include "cli/project/find_module.h"

#include <string>

#include "importers/graph_text/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

ModuleGraph graph_of(const std::string& requirements) {
  auto text = parse_graph_text("graph.txt", requirements);
  return std::move(text.value().builder).freeze().value();
}

const ModuleGraph& shop() {
  static const ModuleGraph graph = graph_of(
      "example.com/shop golang.org/x/crypto@v0.2.0\n"
      "example.com/shop golang.org/x/net@v0.3.0\n"
      "example.com/shop github.com/onsi/ginkgo/v2@v2.1.0\n"
      "example.com/shop github.com/BurntSushi/toml@v1.0.0\n"
      "example.com/shop gopkg.in/yaml.v3@v3.0.1\n"
      "example.com/shop sigs.k8s.io/yaml@v1.4.0\n"
      "example.com/shop go@1.24\n"
      "golang.org/x/net@v0.3.0 golang.org/x/crypto@v0.1.0\n");
  return graph;
}

template <class Found>
std::string failure(const Found& found) {
  const Error& error = found.error().front();
  return error.message + " | " + error.hint;
}

// The vertex, or "message | hint".
std::string found(std::string_view word, const ModuleGraph& graph = shop()) {
  const auto node = find_module(graph, word);
  return node ? graph.name(*node) : failure(node);
}

std::string dependency(std::string_view word) {
  const auto module = find_dependency(shop(), word);
  return module ? std::string(shop().path(*module)) : failure(module);
}

TEST_CASE("a path is the selected version, path@version exactly that one") {
  CHECK(found("golang.org/x/crypto") == "golang.org/x/crypto@v0.2.0");
  CHECK(found("golang.org/x/crypto@v0.1.0") == "golang.org/x/crypto@v0.1.0");
  CHECK(found("example.com/shop") == "example.com/shop");
  CHECK(found("go") == "go@1.24");
}

TEST_CASE("an unknown version names those that are there, the highest first") {
  CHECK(found("golang.org/x/crypto@v9.0.0") ==
        "golang.org/x/crypto@v9.0.0 is not in the graph | "
        "the graph has v0.2.0 and v0.1.0");
  CHECK(found("golang.org/x/crypto@") ==
        "golang.org/x/crypto@ is not in the graph | "
        "the graph has v0.2.0 and v0.1.0");
  CHECK(found("example.com/shop@v1.0.0") ==
        "example.com/shop@v1.0.0 is not in the graph | "
        "example.com/shop is a main module: name it without a version");
}

TEST_CASE("a slip of the hand gets the nearest path") {
  CHECK(found("golang.org/x/nett") ==
        "module golang.org/x/nett is not in the graph | "
        "did you mean 'golang.org/x/net'?");
  CHECK(found("golang.org/x/nte@v0.3.0") ==
        "module golang.org/x/nte is not in the graph | "
        "did you mean 'golang.org/x/net'?");
}

TEST_CASE("the last elements of a path find it") {
  CHECK(found("net") ==
        "module net is not in the graph | did you mean 'golang.org/x/net'?");
  CHECK(found("x/net") ==
        "module x/net is not in the graph | did you mean 'golang.org/x/net'?");
  CHECK(found("ginkgo") ==
        "module ginkgo is not in the graph | "
        "did you mean 'github.com/onsi/ginkgo/v2'?");
  CHECK(found("burntsushi/toml") ==
        "module burntsushi/toml is not in the graph | "
        "did you mean 'github.com/BurntSushi/toml'?");
  CHECK(found("yaml") ==
        "module yaml is not in the graph | "
        "did you mean 'gopkg.in/yaml.v3' or 'sigs.k8s.io/yaml'?");
}

TEST_CASE("a package path names its module") {
  CHECK(found("golang.org/x/crypto/ssh") ==
        "module golang.org/x/crypto/ssh is not in the graph | "
        "it looks like a package of golang.org/x/crypto");
  CHECK(found("golang.org/x/crypto/ssh/agent") ==
        "module golang.org/x/crypto/ssh/agent is not in the graph | "
        "it looks like a package of golang.org/x/crypto");
}

TEST_CASE("a package may stand for its module") {
  const auto module_of = [](std::string_view word) {
    const auto node = find_module_or_package(shop(), word);
    return node ? shop().name(*node) : failure(node);
  };
  CHECK(module_of("golang.org/x/crypto/ssh/agent") ==
        "golang.org/x/crypto@v0.2.0");
  CHECK(module_of("golang.org/x/crypto") == "golang.org/x/crypto@v0.2.0");
  CHECK(module_of("golang.org/x/crypto/ssh@v0.1.0") ==
        "module golang.org/x/crypto/ssh is not in the graph | "
        "it looks like a package of golang.org/x/crypto");
  // No guess, however few there are.
  CHECK(module_of("net") ==
        "module net is not in the graph | did you mean 'golang.org/x/net'?");
  CHECK(module_of("github.com/onsi/ginkgo/v3") ==
        "module github.com/onsi/ginkgo/v3 is not in the graph | "
        "did you mean 'github.com/onsi/ginkgo/v2'?");
}

TEST_CASE("a package stands back behind a module at its own depth") {
  const ModuleGraph graph = graph_of(
      "example.com/shop example.com/shop/service@v1.0.0\n"
      "example.com/shop example.com/log@v1.0.0\n");
  CHECK(found("example.com/shop/srevice", graph) ==
        "module example.com/shop/srevice is not in the graph | "
        "did you mean 'example.com/shop/service'?");
  // Another major version is no package.
  CHECK(found("example.com/log/v2", graph) ==
        "module example.com/log/v2 is not in the graph | "
        "did you mean 'example.com/log'?");
}

TEST_CASE("what is like nothing gets the list of modules") {
  CHECK(found("rsc.io/quote") ==
        "module rsc.io/quote is not in the graph | "
        "`modgraph list` shows the modules");
  CHECK(found("") ==
        "module  is not in the graph | `modgraph list` shows the modules");
  CHECK(found("a\nb") ==
        "module a\\x0ab is not in the graph | "
        "`modgraph list` shows the modules");
}

TEST_CASE("a dependency can leave the build") {
  CHECK(dependency("golang.org/x/net") == "golang.org/x/net");
  CHECK(dependency("net") ==
        "module net is not in the graph | did you mean 'golang.org/x/net'?");
  CHECK(dependency("example.com/shop") ==
        "example.com/shop is a main module: it cannot leave the build | "
        "name one of its dependencies");
  CHECK(dependency("go") ==
        "go is not a module | name a module that go.mod requires");
  CHECK(dependency("golang.org/x/net@v0.3.0") ==
        "golang.org/x/net@v0.3.0 is one version of a module | "
        "name the module: golang.org/x/net");
}

}  // namespace
}  // namespace modgraph
