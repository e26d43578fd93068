#include "importers/module_cache/linked_file.h"

#include <unistd.h>

#include "importers/go_mod/go_mod.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("nothing is told of a file that a link leads to, but the line") {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("go.mod", "");
  REQUIRE(symlink("secret", folder.file("link").c_str()) == 0);
  const auto parsed =
      parse_main_go_mod("go.mod", "module a\npassword hunter2\n");
  REQUIRE_FALSE(parsed.has_value());
  const Errors plain = unquoted_if_link(file, parsed.error());
  CHECK(plain.front().excerpt == "password hunter2");
  const Errors linked = unquoted_if_link(folder.file("link"), parsed.error());
  REQUIRE(linked.size() == 1);
  CHECK(linked.front().where.line == 2);
  CHECK(linked.front().excerpt == "");
  CHECK(linked.front().message.find("hunter2") == std::string::npos);
  CHECK(linked.front().message.find("password") == std::string::npos);
}

}  // namespace
}  // namespace modgraph
