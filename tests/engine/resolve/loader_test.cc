// The rules of loading, one by one, in the words of
// tests/support/world_words.h.

#include "engine/resolve/loader.h"

#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph {
namespace {

std::string graph(std::string_view words, LoadOptions options = {}) {
  return test::graph_in_words(words, std::move(options));
}

std::string list(std::string_view words, LoadOptions options = {}) {
  return test::list_in_words(words, std::move(options));
}

std::string readonly(std::string_view words) {
  LoadOptions options;
  options.mode = ModMode::kReadonly;
  options.mode_was_named = true;
  return list(words, std::move(options));
}

TEST_CASE("pruning: what a root requires stays closed") {
  CHECK(graph("m/1.17: A1 | A1/1.17: B1 | B1/1.17: C1 | C1/1.17:") ==
        "m A1, m go@1.17, A1 B1");
  // However old the go.mod of the requirement is.
  CHECK(graph("m/1.17: A1 | A1/1.17: B1 | B1: C1 | C1:") ==
        "m A1, m go@1.17, A1 B1");
}

TEST_CASE("pruning: a root without pruning opens all that it leads to") {
  CHECK(graph("m/1.17: A1 | A1/1.16: B1 | B1/1.17: C1 | C1/1.20: D1 | D1:") ==
        "m A1, m go@1.17, A1 B1, B1 C1, C1 D1");
  CHECK(graph("m/1.17: A1 | A1: B1 | B1: C1 | C1:") ==
        "m A1, m go@1.17, A1 B1, B1 C1");
}

TEST_CASE("pruning: an old main module opens everything") {
  CHECK(graph("m/1.16: A1 | A1/1.20: B1 | B1/1.20: C1 | C1/1.20:") ==
        "m A1, m go@1.16, A1 B1, B1 C1");
  // Versions that are not selected are opened, and their requirements count.
  CHECK(list("m/1.16: A1 B2 | A1: B1 | B1: C3 | B2: C1 | C1: | C3:") ==
        "m A1 B2 C3");
}

TEST_CASE("the highest version that anybody requires is selected") {
  CHECK(list("m/1.20: A1 B1 | A1/1.20: C3 | B1/1.20: C2 | C2: | C3:") ==
        "m A1 B1 C3");
  CHECK(list("m/1.20: A1 | A1/1.20: A2 | A2/1.20:") == "m A2");
  CHECK(list("m/1.20: A1 | A1/1.20: A1") == "m A1");
  CHECK(list("m/1.16: A1 | A1: B1 | B1: A1") == "m A1 B1");
}

TEST_CASE("requirements are printed in the order of the file, repeats too") {
  CHECK(graph("m/1.20: A1 | A1/1.20: C1 B1 C1 | B1: | C1:") ==
        "m A1, m go@1.20, A1 C1, A1 B1, A1 C1");
  // The main module's are sorted.
  CHECK(graph("m/1.20: C1 B1 A1 | A1/1.20: | B1/1.20: | C1/1.20:") ==
        "m A1, m B1, m C1, m go@1.20");
}

TEST_CASE("roots that are not consistent are repaired") {
  CHECK(graph("m/1.17: A1 B1 | A1/1.17: B2 | B1/1.17: | B2/1.17:") ==
        "m A1, m B2, m go@1.17, A1 B2");
  CHECK(list("m/1.16: A1 B1 | A1: B2 | B1: | B2:") == "m A1 B2");
  CHECK(graph("m/1.20: A1 A2 | A1/1.20: C1 | A2/1.20: | C1:") ==
        "m A2, m go@1.20");
  CHECK(graph("m/1.16: A1 A2 | A1: C1 | A2: | C1:") == "m A2, m C1, m go@1.16");
  CHECK(readonly("m/1.17: A1 B1 | A1/1.17: B2 | B1/1.17: | B2/1.17:") ==
        "error: updates to go.mod needed, disabled by -mod=readonly; to update "
        "it:\n\tgo mod tidy");
  CHECK(readonly("m/1.17: A1 B2 | A1/1.17: B2 | B2/1.17:") == "m A1 B2");
}

TEST_CASE("a requirement on an excluded version is as good as none") {
  CHECK(list("m/1.20: A1 -B1 | A1/1.20: B1 | B1/1.20: C1") == "m A1");
  CHECK(list("m/1.20: A1 B1 -B1 | A1/1.20: | B1/1.20:") == "m A1");
  // Another version of it is not touched, and no higher one taken.
  CHECK(list("m/1.20: A1 -B1 | A1/1.20: B1 B2 | B2/1.20:") == "m A1 B2");
  // Only the main module has a say.
  CHECK(list("m/1.20: A1 | A1/1.20: -B1 B1 | B1/1.20:") == "m A1 B1");
  CHECK(readonly("m/1.20: A1 B1 -B1 | A1/1.20: | B1/1.20:")
            .starts_with("error: updates to go.mod needed"));
}

TEST_CASE("replacing changes what is read, not what it is called") {
  CHECK(graph("m/1.20: A1 A=>B2 | B2/1.20: C1 | C1/1.20:") ==
        "m A1, m go@1.20, A1 C1");
  CHECK(list("m/1.20: A1 A=>B2 | B2/1.20: C1 | C1/1.20:") == "m A1 => B2 C1");
  // The exact version goes before all versions.
  CHECK(list("m/1.20: A1 A=>B1 A1=>B2 | B1/1.20: | B2/1.20:") == "m A1 => B2");
  CHECK(list("m/1.20: A1 A2=>B2 | A1/1.20: | B2/1.20:") == "m A1");
  // A replacement is not itself replaced.
  CHECK(list("m/1.20: A1 A=>B1 B=>C1 | B1/1.20: D1 | C1/1.20: | D1/1.20:") ==
        "m A1 => B1 D1");
  // Only the main module has a say.
  CHECK(list("m/1.20: A1 | A1/1.20: B1 B=>C1 | B1/1.20:") == "m A1 B1");
  // It adds nothing to the graph by itself.
  CHECK(list("m/1.20: A1 D=>B1 | A1/1.20: | B1/1.20:") == "m A1");
}

TEST_CASE("a default of godebug that is newer than Go is refused as go does") {
  LoadOptions strict;
  strict.newer_go = NewerGo::kRefuse;
  CHECK(list("m/1.20: A1 godebug=go1.99 | A1:", strict) ==
        "error: default=go1.99 too new (toolchain is go1.26)");
  CHECK(list("m/1.20: A1 godebug=go1.22 | A1:", strict) == "m A1");
  CHECK(list("m/1.20: A1 godebug=go1.99 | A1:") == "m A1");
}

TEST_CASE("a folder that replaces a module") {
  CHECK(list("m/1.20: A1 A=>./d | d/1.20: C1 | C1/1.20:") == "m A1 => ./d C1");
  CHECK(graph("m/1.20: A1 A=>./none")
            .starts_with("error: A@v1.1.0 (replaced by ./none): "));
}

TEST_CASE("a version declares the path that it was asked for by") {
  CHECK(list("m/1.20: A1 A=>B1 | B1/1.20:") == "m A1 => B1");
  auto world = test::world_of("m/1.20: A1 | A1/1.20:");
  world.modules["example.com/A@v1.1.0"] = "module example.com/Z\n";
  CHECK(test::graph_of_world(world) ==
        "error: example.com/A@v1.1.0: parsing go.mod:\n\tmodule declares its "
        "path as: example.com/Z\n\t        but was required as: example.com/A");
  world.modules["example.com/A@v1.1.0"] = "go 1.20\n";
  CHECK(test::graph_of_world(world) ==
        "error: example.com/A@v1.1.0: parsing go.mod: missing module line");
}

TEST_CASE("go and toolchain are requirements, too") {
  CHECK(graph("m/1.21: A1 | A1/1.20:") ==
        "m A1, m go@1.21, go@1.21 toolchain@go1.21");
  CHECK(graph("m/1.21: A1 toolchain=go1.22.1 | A1/1.20:") ==
        "m A1, m go@1.21, m toolchain@go1.22.1, go@1.21 toolchain@go1.21");
  CHECK(graph("m/1.21: A1 toolchain=default | A1/1.20:") ==
        "m A1, m go@1.21, m toolchain@go1.21, go@1.21 toolchain@go1.21");
  // A dependency's go line raises that of an inconsistent go.mod.
  CHECK(graph("m/1.20: A1 | A1/1.22.3:") ==
        "m A1, m go@1.22.3, A1 go@1.22.3, go@1.22.3 toolchain@go1.22.3");
  // Its toolchain line does not count.
  CHECK(graph("m/1.21: A1 | A1/1.21: toolchain=go1.25.0") ==
        "m A1, m go@1.21, A1 go@1.21, go@1.21 toolchain@go1.21");
}

TEST_CASE("without a go line") {
  // It means 1.16 for the graph; the list is of a go.mod that has one now.
  CHECK(graph("m: A1 | A1/1.20: B1 | B1/1.20:") == "m A1, m go@1.16, A1 B1");
  CHECK(list("m: A1 | A1/1.20: B1 | B1/1.20: C1 | C1/1.20:") == "m A1 B1 C1");
  CHECK(readonly("m: A1 | A1/1.20: B1 | B1/1.20:") == "m A1 B1");
}

TEST_CASE("a go line that is newer than the Go that is resolved as") {
  CHECK(list("m/1.99: A1 | A1/1.99:") == "m A1");
  LoadOptions strict;
  strict.newer_go = NewerGo::kRefuse;
  CHECK(list("m/1.99: A1 | A1/1.20:", strict) ==
        "error: go.mod requires go >= 1.99 (running go 1.26)");
  CHECK(list("m/1.20: A1 | A1/1.99:", strict) ==
        "error: A@v1.1.0: requires go >= 1.99 (running go 1.26)");
  strict.go_version = "1.99";
  CHECK(list("m/1.99: A1 | A1/1.99:", strict) == "m A1");
}

TEST_CASE("missing go.mod files") {
  const std::string_view words = "m/1.20: A1 B1 | A1/1.16: C1 | B1/1.20:";
  CHECK(graph(words) ==
        "error: 1 go.mod file is not in the module cache:\n\tC@v1.1.0 "
        "required by A@v1.1.0, required by m");
  LoadOptions closed;
  closed.missing = MissingModules::kClosed;
  CHECK(graph(words, closed) == "m A1, m B1, m go@1.20, A1 C1");
  // What is broken is never forgiven.
  auto world = test::world_of("m/1.20: A1 B1");
  world.modules["example.com/A@v1.1.0"] = "module example.com/A\nrequire x\n";
  CHECK(test::graph_of_world(world, closed)
            .starts_with("error: example.com/A@v1.1.0: parsing go.mod: "));
}

TEST_CASE("readonly asks go.sum for every go.mod that is opened") {
  LoadOptions options;
  options.mode = ModMode::kReadonly;
  options.has_go_mod_sum = [](const ModuleVersion& m) {
    return m.path != "example.com/B";
  };
  CHECK(list("m/1.20: A1 | A1/1.20: C1 | C1/1.20: B1", options) == "m A1 C1");
  CHECK(list("m/1.20: A1 | A1/1.20: B1 | B1/1.20:", options) == "m A1 B1");
  CHECK(list("m/1.20: A1 | A1/1.16: B1 | B1/1.20:", options) ==
        "error: A@v1.1.0 requires\n\tB@v1.1.0: missing go.sum entry for go.mod "
        "file; to add it:\n\tgo mod download B");
  // A replacing folder needs none, a replacing module does.
  CHECK(list("m/1.20: B1 B=>./d | d/1.20:", options) == "m B1 => ./d");
  CHECK(list("m/1.20: A1 A=>B1 | B1/1.20:", options).starts_with("error: "));
}

TEST_CASE("workspaces: the members are roots, each with its own pruning") {
  CHECK(list("work/1.20: x y | x/1.20: A1 | y/1.20: A2 | A1/1.20: | "
             "A2/1.20:") == "x y A2");
  CHECK(graph("work/1.20: y x | x/1.20: B1 A1 | y/1.16: C1 | A1/1.20: | "
              "B1/1.20: | C1/1.20: D1 | D1/1.20:") ==
        "x B1, x A1, y C1, C1 D1");
  // Without a go line go.work means 1.18.
  CHECK(list("work: x | x/1.18: A1 | A1/1.18:") == "x A1");
}

TEST_CASE("workspaces: the selected versions are opened until all are known") {
  // A2 is selected only because y asks for it; what it needs counts for x.
  CHECK(list("work/1.20: x y | x/1.20: A1 | y/1.20: B1 | A1/1.20: C1 | "
             "B1/1.20: A2 | A2/1.20: C2 | C1/1.20: | C2/1.20: D1 | D1/1.20:") ==
        "x y A2 B1 C2 D1");
}

TEST_CASE("workspaces: go.work's replacements go before the members'") {
  CHECK(list("work/1.20: x A=>B1 | x/1.20: A1 A=>C1 | B1/1.20: | C1/1.20:") ==
        "x A1 => B1");
  CHECK(list("work/1.20: x y A=>B1 | x/1.20: A1 A=>C1 | y/1.20: A=>D1 | "
             "B1/1.20:") == "x y A1 => B1");
  // A member's folder is spelled from the workspace.
  CHECK(list("work/1.20: x | x/1.20: A1 A=>./d | x/d: ") == "x A1 => ./x/d");
}

TEST_CASE("workspaces: members that contradict each other") {
  CHECK(list("work/1.20: x y | x/1.20: A1 A=>B1 | y/1.20: A=>C1") ==
        "error: conflicting replacements for A:\n\tB@v1.1.0\n\tC@v1.1.0");
  CHECK(list("work/1.20: x y | x/1.20: A1 A=>B1 | y/1.20: A=>B1 | B1/1.20:") ==
        "x y A1 => B1");
  CHECK(list("work/1.20: x | x/1.22:") ==
        "error: module x listed in go.work file requires go >= 1.22, but "
        "go.work lists go 1.20; to update it:\n\tgo work use");
  CHECK(list("work: x | x/1.22:") ==
        "error: module x listed in go.work file requires go >= 1.22, but "
        "go.work implicitly requires go 1.18; to update it:\n\tgo work use");
  // Before 1.21 nobody minded.
  CHECK(list("work/1.18: x | x/1.20:") == "x");
}

}  // namespace
}  // namespace modgraph
