#include "importers/git/commit_tree.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/git_program.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;
using test::GitSandbox;

constexpr std::uint64_t kPlenty = 1 << 20;

std::unique_ptr<CommitTree> tree_of(const std::string& folder,
                                    const std::string& revision = "HEAD") {
  const auto repository = GitRepository::open(folder);
  REQUIRE(repository);
  const auto commit = (*repository)->resolve(revision);
  REQUIRE(commit);
  auto tree = CommitTree::open(**repository, *commit);
  REQUIRE(tree);
  return *std::move(tree);
}

// The text of a file, or "(why not)"; with "missing: " where there is none.
std::string said_by(const FileTree& tree, const std::string& path,
                    std::uint64_t max_bytes = kPlenty) {
  const auto text = tree.read(path, max_bytes);
  if (text) return *text;
  return (text.error().missing ? "(missing: " : "(") + text.error().reason +
         ")";
}

// What a name is: letters of "there folder regular link".
std::string nature(const FileTree& tree, const std::string& path) {
  std::string out;
  if (tree.is_there(path)) out += "t";
  if (tree.is_folder(path)) out += "f";
  if (tree.is_regular_file(path)) out += "r";
  if (tree.is_link(path)) out += "l";
  return out;
}

TEST_CASE("the files of a commit, whatever lies there now") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("go.mod", "module one\n");
  sandbox.write("a/b/go.mod", "module b\n");
  sandbox.commit("one");
  sandbox.write("go.mod", "module two\n");
  sandbox.commit("two");
  sandbox.write("go.mod", "module dirty\n");
  sandbox.write("new/go.mod", "module new\n");
  fs::remove_all(sandbox.folder() + "/a");
  sandbox.place().write("outside/go.mod", "module outside\n");

  const auto tree = tree_of(sandbox.folder(), "HEAD~1");
  const std::string top = sandbox.folder();
  CHECK(tree->commit().name == "HEAD~1");
  CHECK(said_by(*tree, top + "/go.mod") == "module one\n");
  CHECK(said_by(*tree, top + "/a/b/go.mod") == "module b\n");
  CHECK(said_by(*tree_of(top), top + "/go.mod") == "module two\n");
  CHECK(nature(*tree, top + "/go.mod") == "tr");
  CHECK(nature(*tree, top) == "tf");
  CHECK(nature(*tree, top + "/a/b") == "tf");
  CHECK(nature(*tree, top + "/new/go.mod") == "");
  CHECK(nature(*tree, top + "/go.mod/x") == "");
  CHECK(said_by(*tree, top + "/new/go.mod") ==
        "(missing: no such file or directory)");
  CHECK(said_by(*tree, top + "/go.mod/x") == "(not a directory)");
  CHECK(said_by(*tree, top + "/a") == "(is a directory)");
  CHECK(said_by(*tree, top) == "(is a directory)");
  CHECK(said_by(*tree, top + "/go.mod", 10) == "(file is too large)");
  CHECK(said_by(*tree, top + "/go.mod", 11) == "module one\n");

  CHECK(said_by(*tree, top + "/.git/HEAD") ==
        "(missing: no such file or directory)");
  CHECK(nature(*tree, top + "/.git") == "");

  CHECK(said_by(*tree, sandbox.beside("outside/go.mod")) == "module outside\n");
  CHECK(nature(*tree, sandbox.beside("outside")) == "tf");
  CHECK(nature(*tree, sandbox.beside("repository")) == "");
  CHECK(tree->real_path(top + "/a/b") == top + "/a/b");
  CHECK(lies_inside(*tree, top + "/a/b", top));
  CHECK(!lies_inside(*tree, sandbox.beside("outside"), top));
}

TEST_CASE("names that lead into the repository by a link") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("a/go.mod", "module a\n");
  sandbox.commit("one");
  sandbox.write("a/go.mod", "module dirty\n");
  fs::create_directory_symlink(sandbox.folder() + "/a", sandbox.beside("to-a"));
  const auto tree = tree_of(sandbox.beside("to-a"));
  CHECK(said_by(*tree, sandbox.beside("to-a/go.mod")) == "module a\n");
  CHECK(tree->real_path(sandbox.beside("to-a/go.mod")) ==
        sandbox.folder() + "/a/go.mod");
  CHECK(lies_inside(*tree, sandbox.beside("to-a"), sandbox.folder()));
}

TEST_CASE("links in a commit are not followed") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("a/go.mod", "module a\n");
  fs::create_symlink("a", sandbox.folder() + "/link");
  fs::create_symlink("/etc/hostname", sandbox.folder() + "/go.mod");
  sandbox.commit("one");
  const auto tree = tree_of(sandbox.folder());
  const std::string why = "(a symbolic link in a commit is not followed)";
  const std::string top = sandbox.folder();
  CHECK(said_by(*tree, top + "/link/go.mod") == why);
  CHECK(said_by(*tree, top + "/link") == why);
  CHECK(said_by(*tree, top + "/go.mod") == why);
  CHECK(nature(*tree, top + "/go.mod") == "tl");
  CHECK(nature(*tree, top + "/link") == "tl");
  CHECK(nature(*tree, top + "/link/go.mod") == "t");
  CHECK(tree->real_path(top + "/link/go.mod") == top + "/link/go.mod");
}

TEST_CASE("submodules are not entered") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox library, sandbox;
  library.write("go.mod", "module library\n");
  library.commit("library");
  sandbox.git({"submodule", "--quiet", "add", library.folder(), "sub"});
  sandbox.commit("one");
  const auto tree = tree_of(sandbox.folder());
  const std::string sub = sandbox.folder() + "/sub";
  CHECK(said_by(*tree, sub + "/go.mod") ==
        "(it is in a submodule, whose files the commit does not have)");
  CHECK(said_by(*tree, sub) == "(is a submodule)");
  CHECK(nature(*tree, sub) == "tf");
  CHECK(nature(*tree, sub + "/go.mod") == "t");
}

TEST_CASE("a bare repository has files") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("go.mod", "module one\n");
  sandbox.commit("one");
  const std::string bare = sandbox.beside("bare.git");
  sandbox.git({"clone", "-q", "--bare", ".", bare});
  const auto tree = tree_of(bare);
  CHECK(said_by(*tree, bare + "/go.mod") == "module one\n");
  CHECK(nature(*tree, bare + "/HEAD") == "");
}

TEST_CASE("what a partial clone has not fetched") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("a b/go.mod", "module one\n");
  sandbox.write("go.mod", "module two\n");
  sandbox.write("x/go.mod", "module x\n");
  const std::string id = sandbox.commit("one");
  sandbox.git({"config", "uploadpack.allowFilter", "true"});
  const std::string clone = sandbox.beside("clone");
  const auto lacks = [](const std::string& what) {
    return "(the repository lacks it; `git show " + what +
           " >/dev/null` fetches it into a partial clone)";
  };
  SECTION("files") {
    sandbox.git({"clone", "-q", "--no-checkout", "--filter=blob:none",
                 "file://" + sandbox.folder(), clone});
    const auto tree = tree_of(clone);
    CHECK(said_by(*tree, clone + "/go.mod") == lacks(id + ":go.mod"));
    CHECK(said_by(*tree, clone + "/a b/go.mod") ==
          lacks("'" + id + ":a b/go.mod'"));
    CHECK(nature(*tree, clone + "/go.mod") == "tr");
    test::git(clone, {"show", id + ":go.mod"});
    CHECK(said_by(*tree, clone + "/go.mod") == "module two\n");
  }
  SECTION("folders") {
    sandbox.git({"clone", "-q", "--no-checkout", "--filter=tree:1",
                 "file://" + sandbox.folder(), clone});
    const auto tree = tree_of(clone);
    CHECK(said_by(*tree, clone + "/x/go.mod") == lacks(id + ":x/go.mod"));
    CHECK(nature(*tree, clone + "/x") == "tf");
    CHECK(nature(*tree, clone + "/x/go.mod") == "t");
  }
}

TEST_CASE("a commit that has a folder of git's has none for us") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("go.mod", "module one\n");
  sandbox.commit("one");
  const std::string inner = sandbox.git({"rev-parse", "HEAD^{tree}"});
  const std::string outer = test::git(sandbox.folder(), {"mktree"},
                                      "040000 tree " + inner + "\t.git\n");
  const auto tree =
      tree_of(sandbox.folder(), sandbox.git({"commit-tree", "-m", "x", outer}));
  CHECK(nature(*tree, sandbox.folder() + "/.git/go.mod") == "");
  CHECK(said_by(*tree, sandbox.folder() + "/.git/go.mod") ==
        "(missing: no such file or directory)");
}

TEST_CASE("a commit that is not there has no files") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.commit("one");
  const auto repository = GitRepository::open(sandbox.folder());
  for (const std::string& id : {std::string(40, 'a'), std::string("x")}) {
    const auto tree = CommitTree::open(**repository, {"x", id});
    REQUIRE(!tree);
    CHECK(tree.error()[0].kind == ErrorKind::kEnvironment);
  }
}

TEST_CASE("an object that is damaged is no text") {
  if (!test::has_git("commit_tree")) return;
  GitSandbox sandbox;
  sandbox.write("go.mod", "module one\n");
  sandbox.write("a/go.mod", "module a\n");
  sandbox.commit("one");
  const auto damage = [&](const std::string& revision) {
    const std::string id = sandbox.git({"rev-parse", revision});
    const std::string file = sandbox.folder() + "/.git/objects/" +
                             id.substr(0, 2) + "/" + id.substr(2);
    fs::permissions(file, fs::perms::owner_all);
    std::ofstream(file, std::ios::trunc) << "x";
  };
  damage("HEAD:go.mod");
  damage("HEAD:a");
  const auto tree = tree_of(sandbox.folder());
  for (const char* name : {"/go.mod", "/a/go.mod"}) {
    const auto text = tree->read(sandbox.folder() + name, kPlenty);
    REQUIRE(!text);
    CHECK(!text.error().missing);
    CHECK(!text.error().reason.empty());
    CHECK(nature(*tree, sandbox.folder() + name).starts_with("t"));
  }
}

TEST_CASE("hundreds of files, by several threads") {
  if (!test::has_git("commit_tree")) return;
  constexpr int kFiles = 300;
  GitSandbox sandbox;
  const auto name = [](int i) {
    return "services/group" + std::to_string(i % 7) + "/m" + std::to_string(i) +
           "/go.mod";
  };
  for (int i = 0; i < kFiles; ++i)
    sandbox.write(name(i), "module m" + std::to_string(i) + "\n");
  sandbox.commit("one");
  sandbox.git({"gc", "-q"});
  const auto tree = tree_of(sandbox.folder());
  const auto read_all = [&] {
    int right = 0;
    for (int i = 0; i < kFiles; ++i)
      if (said_by(*tree, sandbox.folder() + "/" + name(i)) ==
          "module m" + std::to_string(i) + "\n")
        ++right;
    return right;
  };
  int first = 0, second = 0;
  std::thread other([&] { first = read_all(); });
  second = read_all();
  other.join();
  CHECK(first == kFiles);
  CHECK(second == kFiles);
  const auto start = std::chrono::steady_clock::now();
  const auto fresh = tree_of(sandbox.folder());
  CHECK(said_by(*fresh, sandbox.folder() + "/" + name(0)) == "module m0\n");
  CHECK(read_all() == kFiles);
  // Milliseconds on an idle machine.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

}  // namespace
}  // namespace modgraph
