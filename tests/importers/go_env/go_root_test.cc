#include "importers/go_env/go_environment.h"

#include <filesystem>

#include "tests/support/environment.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the distribution of the go command on PATH") {
  const test::TemporaryFolder folder;
  const std::string root = folder.path() + "/sdk/go";
  fs::create_directories(root + "/pkg/tool");
  const auto program = [&](const std::string& name) {
    std::string file = folder.write(name, "");
    fs::permissions(file, fs::perms::owner_all);
    return file;
  };
  program("sdk/go/bin/go");
  CHECK(go_root_on_path(root + "/bin") == root);
  CHECK(go_root_on_path("/nowhere:" + root + "/bin:/usr") == root);
  CHECK(go_root_on_path("") == "");
  CHECK(go_root_on_path(folder.path()) == "");

  // Links to the program are followed; what is not a program is passed over.
  fs::create_symlink(root + "/bin/go", folder.file("links/go"));
  folder.write("text/go", "");
  fs::create_directories(folder.path() + "/folder/go");
  CHECK(go_root_on_path(folder.path() + "/text:" + folder.path() +
                        "/folder:" + folder.path() + "/links") == root);

  program("sdk/go/bin/linux_arm64/go");
  CHECK(go_root_on_path(root + "/bin/linux_arm64") == root);
  // A go command outside of a distribution belongs to none.
  program("elsewhere/bin/go");
  CHECK(go_root_on_path(folder.path() + "/elsewhere/bin") == "");
}

}  // namespace
}  // namespace modgraph
