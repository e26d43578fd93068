#include "cli/project/folders.h"

#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// The folders below, "a b", and what was passed over.
std::string named(std::initializer_list<const char*> files) {
  TemporaryFolder folder;
  for (const char* file : files) folder.write(file, "");
  InputOptions options;
  options.paths = {folder.path() + "/..."};
  const auto found = several_folders(options);
  if (!found) return found.error().front().message;
  std::string out;
  for (const std::string& one : found->folders) {
    const std::string name =
        std::filesystem::path(one).lexically_relative(folder.path());
    out += (out.empty() ? "" : " ") + name;
  }
  return found->passed_over.empty() ? out : out + " | " + found->passed_over;
}

TEST_CASE("a pattern finds every folder with a go.mod") {
  CHECK(named({"go.mod", "a/go.mod", "a/b/go.mod", "c/x.go"}) == ". a a/b");
}

TEST_CASE("folders that are passed over are counted and named") {
  CHECK(named({"go.mod", ".ci/go.mod"}) ==
        ". | 1 folder with a go.mod was passed over (.ci): name it to include "
        "it");
  CHECK(named({"a/go.mod", "a/.ci/x/go.mod", "a/.ci/y/go.mod",
               "a/.ci/testdata/go.mod", "b/testdata/m/go.mod", "z/go.mod"}) ==
        "a z | 4 folders with a go.mod were passed over (.ci, testdata): name "
        "them to include them");
}

TEST_CASE("copies and version control hold no modules of ours") {
  CHECK(named({"go.mod", "vendor/a/go.mod", ".git/x/go.mod"}) == ".");
}

}  // namespace
}  // namespace modgraph::test
