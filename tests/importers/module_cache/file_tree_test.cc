#include "importers/module_cache/file_tree.h"

#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("the disk as a tree of files") {
  const test::TemporaryFolder folder;
  folder.write("a/go.mod", "module a\n");
  std::filesystem::create_symlink("a", folder.path() + "/link");
  const FileTree& tree = disk();
  const auto at = [&](const std::string& name) {
    return folder.path() + "/" + name;
  };
  CHECK(tree.read(at("a/go.mod"), 100).value() == "module a\n");
  CHECK(tree.read(at("a/go.mod"), 5).error().reason == "file is too large");
  CHECK(tree.read(at("a/go.sum"), 100).error().missing);
  CHECK(tree.is_folder(at("a")));
  CHECK(tree.is_there(at("a/go.mod")));
  CHECK(tree.is_regular_file(at("link/go.mod")));
  CHECK(!tree.is_folder(at("a/go.mod")));
  CHECK(tree.is_link(at("link")));
  CHECK(!tree.is_link(at("link/go.mod")));
  CHECK(lies_inside(tree, at("link/go.mod"), at("a")));
  CHECK(!lies_inside(tree, at("a"), at("a/go.mod")));
}

}  // namespace
}  // namespace modgraph
