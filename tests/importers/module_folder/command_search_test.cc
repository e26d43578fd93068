#include "importers/module_folder/command_search.h"

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a package clause behind comments") {
  CHECK(is_command_source("package main\n"));
  CHECK(is_command_source("// Tool.\n/* a\n b */ package  main // it is\n"));
  CHECK(
      is_command_source("//go:build linux\n\npackage main; import \"fmt\"\n"));
  CHECK_FALSE(is_command_source("package mainly\n"));
  CHECK_FALSE(is_command_source("packagemain\n"));
  CHECK_FALSE(is_command_source("/* package main\n"));
  CHECK_FALSE(is_command_source("//go:build ignore\n\npackage main\n"));
  CHECK_FALSE(is_command_source(""));
}

TEST_CASE("commands are looked for where they are kept") {
  const test::TemporaryFolder folder;
  CHECK(find_command(folder.path()) == std::nullopt);
  folder.write("lib/lib.go", "package lib\n");
  folder.write("lib/main_test.go", "package main\n");
  folder.write("vendor/x/x.go", "package main\n");
  folder.write("testdata/x.go", "package main\n");
  folder.write("other/go.mod", "module other\n");
  folder.write("other/x.go", "package main\n");
  CHECK(find_command(folder.path()) == std::nullopt);
  folder.write("cmd/tool/tool.go", "package main\n");
  CHECK(find_command(folder.path()) == "cmd/tool");
  folder.write("gen/gen.go", "package main\n");
  CHECK(find_command(folder.path()) == "gen");
  folder.write("main.go", "package main\n");
  CHECK(find_command(folder.path()) == ".");
  CHECK(find_command(folder.path() + "/none") == std::nullopt);
}

}  // namespace
}  // namespace modgraph
