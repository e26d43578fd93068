#include "importers/module_folder/command_search.h"

#include <sys/stat.h>

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
  CHECK(find_command(folder.path()).command == std::nullopt);
  folder.write("lib/lib.go", "package lib\n");
  folder.write("lib/main_test.go", "package main\n");
  folder.write("vendor/x/x.go", "package main\n");
  folder.write("testdata/x.go", "package main\n");
  folder.write("other/go.mod", "module other\n");
  folder.write("other/x.go", "package main\n");
  CHECK(find_command(folder.path()).command == std::nullopt);
  folder.write("cmd/tool/tool.go", "package main\n");
  CHECK(find_command(folder.path()).command == "cmd/tool");
  folder.write("gen/gen.go", "package main\n");
  CHECK(find_command(folder.path()).command == "gen");
  folder.write("main.go", "package main\n");
  CHECK(find_command(folder.path()).command == ".");
  CHECK(find_command(folder.path() + "/none").command == std::nullopt);
}

TEST_CASE("what cannot be read is named, unless a command is found") {
  const test::TemporaryFolder folder;
  folder.write("lib.go", "package lib\n");
  CHECK(find_command(folder.path()).unread.empty());
  REQUIRE(mkfifo(folder.file("main.go").c_str(), 0600) == 0);
  CHECK(find_command(folder.path()).unread ==
        std::vector<std::string>{"main.go (not a regular file)"});
  folder.write("zz.go", "package main\n");
  CHECK(find_command(folder.path()).command == ".");
  CHECK(find_command(folder.path()).unread.empty());
}

TEST_CASE("a command is found among thousands of files") {
  const test::TemporaryFolder folder;
  for (int i = 0; i < 5'000; ++i)
    folder.write("f" + std::to_string(i) + ".go", "package main_\n");
  folder.write("zz.go", "package main\n");
  CHECK(find_command(folder.path()).command == ".");
}

}  // namespace
}  // namespace modgraph
