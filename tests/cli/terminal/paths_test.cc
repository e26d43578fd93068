#include "cli/terminal/paths.h"

#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

namespace fs = std::filesystem;

// A tree of files; answers are named from its top.
class Tree {
 public:
  explicit Tree(std::initializer_list<const char*> files) {
    for (const char* file : files) folder_.write(file, "");
  }
  std::string root_of(const std::string& folder) const {
    return shown(repository_root(path(folder)));
  }
  std::string path(const std::string& name) const {
    return (fs::path(folder_.path()) / name).string();
  }
  std::string shown(const std::string& folder) const {
    return fs::path(folder).lexically_relative(
        fs::weakly_canonical(folder_.path()));
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("version control of any kind bounds the repository") {
  for (const char* mark : {".git", ".jj/x", ".hg/x", ".svn/x", ".bzr/x"}) {
    const Tree tree{"go.mod", (std::string("a/") + mark).c_str(), "a/b/go.mod",
                    "a/b/go.work"};
    CHECK(tree.root_of("a/b") == "a");
  }
}

TEST_CASE("without it go.work does, then the outermost go.mod") {
  const Tree tree{"a/go.work", "a/b/go.mod",   "a/b/c/go.mod",
                  "d/go.mod",  "d/e/f/go.mod", "g/h/x.go"};
  CHECK(tree.root_of("a/b/c") == "a");
  CHECK(tree.root_of("d/e/f") == "d");
  CHECK(tree.root_of("g/h") == "g/h");
}

TEST_CASE("what several folders have in common") {
  const Tree tree{"a/b/x", "a/c/x", "a/bc/x"};
  const auto common = [&](const std::vector<std::string>& names) {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back(tree.path(name));
    return tree.shown(common_folder(paths));
  };
  CHECK(common({"a/b"}) == "a/b");
  CHECK(common({"a/b", "a/c"}) == "a");
  CHECK(common({"a/b", "a/bc"}) == "a");
  CHECK(common({"a/b", "a"}) == "a");
  CHECK(common({"a", "a/b"}) == "a");
}

TEST_CASE("files are named from the repository, else from here") {
  const Tree tree{"a/.git/x", "a/b/go.mod", "c/go.work", "c/d/go.mod"};
  CHECK(tree.shown(naming_base(tree.path("a/b"))) == "a");
  CHECK(naming_base(tree.path("c/d")) == fs::weakly_canonical(".").string());
}

}  // namespace
}  // namespace modgraph::test
