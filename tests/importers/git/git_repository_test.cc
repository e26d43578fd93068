#include "importers/git/git_repository.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "importers/git/commit_tree.h"
#include "tests/support/environment.h"
#include "tests/support/git_program.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;
using test::GitSandbox;

std::unique_ptr<GitRepository> opened(const std::string& folder) {
  auto repository = GitRepository::open(folder);
  REQUIRE(repository);
  return *std::move(repository);
}

// The id that a revision is, or the error: "usage: unknown revision 'x'".
std::string told(const Result<Commit>& commit) {
  if (commit) return commit->id;
  const Error& error = commit.error().front();
  return (error.kind == ErrorKind::kUsage         ? "usage: "
          : error.kind == ErrorKind::kEnvironment ? "environment: "
                                                  : "other: ") +
         error.message + (error.hint.empty() ? "" : "\n" + error.hint);
}

std::string id_of(const GitRepository& repository,
                  const std::string& revision) {
  return told(repository.resolve(revision));
}

std::string id_of(const std::string& folder, const std::string& revision) {
  return id_of(*opened(folder), revision);
}

// Of two revisions.
std::string base_of(const std::string& folder, const std::string& a,
                    const std::string& b) {
  const auto repository = opened(folder);
  const auto from = repository->resolve(a), to = repository->resolve(b);
  if (!from || !to) return told(from ? to : from);
  return told(repository->merge_base(*from, *to));
}

// Three commits in a row, all with a go.mod: their ids.
std::vector<std::string> three_commits(GitSandbox& sandbox) {
  std::vector<std::string> ids;
  for (const char* go : {"1.20", "1.21", "1.22"}) {
    sandbox.write("go.mod", "module m\n\ngo " + std::string(go) + "\n");
    ids.push_back(sandbox.commit("go " + std::string(go)));
  }
  return ids;
}

TEST_CASE("a revision is what git says") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  const auto ids = three_commits(sandbox);
  sandbox.git({"tag", "light", ids[0]});
  sandbox.git({"tag", "-a", "-m", "x", "v1.0.0", ids[1]});
  sandbox.git({"branch", "topic/a", ids[0]});
  const auto repository = opened(sandbox.folder());
  CHECK(repository->folder() == sandbox.folder());
  CHECK(!repository->is_bare());
  CHECK(id_of(*repository, "HEAD") == ids[2]);
  CHECK(id_of(*repository, "main") == ids[2]);
  CHECK(id_of(*repository, "refs/heads/main") == ids[2]);
  CHECK(id_of(*repository, "HEAD~1") == ids[1]);
  CHECK(id_of(*repository, "HEAD^^") == ids[0]);
  CHECK(id_of(*repository, "@{0}") == ids[2]);
  CHECK(id_of(*repository, "light") == ids[0]);
  CHECK(id_of(*repository, "v1.0.0") == ids[1]);
  CHECK(id_of(*repository, "v1.0.0^{commit}") == ids[1]);
  CHECK(id_of(*repository, "topic/a") == ids[0]);
  CHECK(id_of(*repository, ":/go 1.21") == ids[1]);
  CHECK(id_of(*repository, ids[1].substr(0, 10)) == ids[1]);
  CHECK(repository->resolve("HEAD~1")->name == "HEAD~1");
  CHECK(repository->has_revision("topic/a"));
  CHECK(!repository->has_revision("go.mod"));
  CHECK(!repository->has_revision("HEAD:go.mod"));
}

TEST_CASE("a revision that is none") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  three_commits(sandbox);
  const auto repository = opened(sandbox.folder());
  const std::string hint =
      "\n`git log --all --oneline` lists what there is; a branch of the remote "
      "may have to be fetched";
  for (const std::string revision :
       {"nope", "HEAD~9", "", "a..b", "HEAD~x", "0123456789",
        "0123456789012345678901234567890123456789"})
    CHECK(id_of(*repository, revision) ==
          "environment: unknown revision '" + revision + "'" + hint);
  CHECK(id_of(*repository, "HEAD:go.mod") ==
        "usage: revision 'HEAD:go.mod' is not a commit");
  CHECK(id_of(*repository, "HEAD^{tree}") ==
        "usage: revision 'HEAD^{tree}' is not a commit");
}

TEST_CASE("a repository is found from below and by links") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  sandbox.write("a/b/go.mod", "module m\n");
  const std::string id = sandbox.commit("a");
  CHECK(opened(sandbox.folder() + "/a/b")->folder() == sandbox.folder());
  fs::create_directory_symlink(sandbox.folder() + "/a", sandbox.beside("to-a"));
  fs::create_directory_symlink(sandbox.place().path(), sandbox.beside("top"));
  const auto names = [&](const std::string& folder) {
    const auto repository = opened(folder);
    CHECK(repository->folder() == sandbox.folder());
    if (repository->checkouts().size() == 1) return std::string("none");
    const CheckoutFolder& other = repository->checkouts()[1];
    return fs::path(other.folder)
               .lexically_relative(sandbox.place().path())
               .string() +
           " is " + other.place;
  };
  CHECK(names(sandbox.folder() + "/a/b") == "none");
  CHECK(names(sandbox.beside("to-a")) == "to-a is a");
  CHECK(names(sandbox.beside("to-a/b")) == "to-a is a");
  CHECK(names(sandbox.beside("top/repo")) == "top/repo is ");
  CHECK(names(sandbox.beside("top/repo/a")) == "top/repo is ");
}

TEST_CASE("a folder in no repository") {
  const test::TemporaryFolder folder;
  const auto none = GitRepository::open(folder.path());
  REQUIRE(!none);
  CHECK(none.error()[0].kind == ErrorKind::kEnvironment);
  CHECK(none.error()[0].message ==
        folder.path() + " is not in a git repository");
  CHECK(!none.error()[0].hint.empty());
}

TEST_CASE("repositories of all shapes") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  const auto ids = three_commits(sandbox);
  sandbox.git({"tag", "v1", ids[0]});

  SECTION("another worktree") {
    sandbox.git({"worktree", "add", "-q", sandbox.beside("tree"), "HEAD~1"});
    CHECK(opened(sandbox.beside("tree"))->folder() == sandbox.beside("tree"));
    CHECK(id_of(sandbox.beside("tree"), "HEAD") == ids[1]);
    CHECK(id_of(sandbox.beside("tree"), "main") == ids[2]);
  }
  SECTION("bare") {
    sandbox.git({"clone", "-q", "--bare", ".", sandbox.beside("bare.git")});
    const auto repository = opened(sandbox.beside("bare.git"));
    CHECK(repository->is_bare());
    CHECK(repository->folder() == sandbox.beside("bare.git"));
    CHECK(id_of(*repository, "HEAD~2") == ids[0]);
  }
  SECTION("packed") {
    sandbox.git({"gc", "-q"});
    sandbox.git({"pack-refs", "--all"});
    CHECK(id_of(sandbox.folder(), "v1") == ids[0]);
    CHECK(id_of(sandbox.folder(), ":/go 1.20") == ids[0]);
  }
  SECTION("objects that another repository has") {
    sandbox.git({"clone", "-q", "--shared", ".", sandbox.beside("shared")});
    CHECK(id_of(sandbox.beside("shared"), "HEAD~2") == ids[0]);
  }
  SECTION("a sparse checkout, whose settings are the worktree's") {
    sandbox.git({"sparse-checkout", "init", "--cone"});
    CHECK(sandbox.git({"config", "extensions.worktreeConfig"}) == "true");
    CHECK(id_of(sandbox.folder(), "HEAD") == ids[2]);
  }
  SECTION("a format with a digest that is the usual one") {
    sandbox.git({"config", "core.repositoryFormatVersion", "1"});
    sandbox.git({"config", "extensions.objectFormat", "sha1"});
    CHECK(id_of(sandbox.folder(), "HEAD") == ids[2]);
  }
  SECTION("a git directory inside another folder, as a submodule has it") {
    sandbox.git({"clone", "-q", "--separate-git-dir", sandbox.beside("gitdir"),
                 ".", sandbox.beside("apart")});
    CHECK(opened(sandbox.beside("apart"))->folder() == sandbox.beside("apart"));
    CHECK(id_of(sandbox.beside("apart"), "HEAD") == ids[2]);
  }
  SECTION("somebody else's") {
    if (geteuid() != 0) {
      test::skip("git_repository foreign owner", "not run by root");
      return;
    }
    for (const auto& entry :
         fs::recursive_directory_iterator(sandbox.place().path()))
      REQUIRE(lchown(entry.path().c_str(), 12345, 12345) == 0);
    CHECK(id_of(sandbox.folder(), "HEAD") == ids[2]);
  }
}

TEST_CASE("a bare repository that a folder holds has its files there") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  const auto ids = three_commits(sandbox);
  const std::string holder = sandbox.beside("holder");
  fs::create_directories(holder + "/a");
  std::string inside = holder + "/.git";
  SECTION("as .git") { sandbox.git({"clone", "-q", "--bare", ".", inside}); }
  SECTION("as what .git names") {
    inside = holder + "/.bare";
    sandbox.git({"clone", "-q", "--bare", ".", inside});
    sandbox.place().write("holder/.git", "gitdir: ./.bare\n");
  }
  for (const std::string& folder : {holder, holder + "/a"}) {
    const auto repository = opened(folder);
    CHECK(repository->is_bare());
    CHECK(repository->folder() == holder);
    CHECK(id_of(*repository, "HEAD") == ids[2]);
  }
  CHECK(opened(inside)->folder() == inside);
}

TEST_CASE("a folder that is not among the files of its repository") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  three_commits(sandbox);
  const auto refused = [&](const std::string& folder) {
    const auto repository = GitRepository::open(folder);
    return !repository && repository.error()[0].message.find(
                              "is not among the files") != std::string::npos;
  };
  fs::create_directory(sandbox.beside("elsewhere"));
  sandbox.git({"config", "core.worktree", sandbox.beside("elsewhere")});
  CHECK(refused(sandbox.folder()));
}

TEST_CASE("what libgit2 cannot read is named") {
  if (!test::has_git("git_repository")) return;
  const test::TemporaryFolder folder;
  const auto error = [&] {
    const auto repository = GitRepository::open(folder.path());
    REQUIRE(!repository);
    CHECK(repository.error()[0].kind == ErrorKind::kEnvironment);
    CHECK(repository.error()[0].hint.find("git worktree add") !=
          std::string::npos);
    return repository.error()[0].message;
  };
  SECTION("SHA-256") {
    test::git(folder.path(), {"init", "-q", "--object-format=sha256"});
    CHECK(error() == "the git repository of " + folder.path() +
                         " names its objects by sha256, which modgraph cannot "
                         "read");
  }
  SECTION("an extension that we do not know") {
    test::git(folder.path(), {"init", "-q"});
    test::git(folder.path(), {"config", "core.repositoryFormatVersion", "1"});
    test::git(folder.path(), {"config", "extensions.refStorage", "reftable"});
    CHECK(error().find("extensions.refstorage") != std::string::npos);
  }
}

TEST_CASE("a shallow clone") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  const auto ids = three_commits(sandbox);
  const std::string clone = sandbox.beside("clone");
  const auto clone_to = [&](const std::string& depth) {
    sandbox.git({"clone", "-q", "--depth=" + depth,
                 "file://" + sandbox.folder(), clone});
  };
  SECTION("lacks a revision") {
    clone_to("1");
    CHECK(id_of(clone, "HEAD") == ids[2]);
    CHECK(id_of(clone, "HEAD~1") ==
          "environment: unknown revision 'HEAD~1': the repository is shallow "
          "and may only lack it\n"
          "fetch it: `git fetch --depth=1 origin BRANCH`; in CI check out "
          "with `fetch-depth: 0`");
    CHECK(id_of(clone, "origin/release")
              .find("`git fetch --depth=1 origin "
                    "release:refs/remotes/origin/release`") !=
          std::string::npos);
    CHECK(id_of(clone, ids[0]).starts_with("environment: "));
    test::git(clone,
              {"worktree", "add", "-q", "--detach", sandbox.beside("tree")});
    CHECK(id_of(sandbox.beside("tree"), "v9").starts_with("environment: "));
  }
  SECTION("has the parent as the base") {
    clone_to("2");
    CHECK(base_of(clone, "HEAD~1", "HEAD") == ids[1]);
    CHECK(base_of(clone, "HEAD", "HEAD~1") == ids[1]);
    CHECK(base_of(clone, "HEAD", "HEAD") == ids[2]);
  }
}

TEST_CASE("a shallow clone of two branches") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  const auto ids = three_commits(sandbox);
  sandbox.git({"checkout", "-q", "-b", "topic", ids[1]});
  const std::string topic = sandbox.commit("topic");
  const std::string clone = sandbox.beside("clone");
  const auto clone_to = [&](const std::string& depth) {
    sandbox.git({"clone", "-q", "--no-single-branch", "--depth=" + depth,
                 "file://" + sandbox.folder(), clone});
  };
  SECTION("whose fork it has") {
    clone_to("2");
    CHECK(base_of(clone, "origin/main", "origin/topic") == ids[1]);
  }
  SECTION("whose fork it lacks") {
    clone_to("1");
    CHECK(base_of(clone, "origin/main", "origin/topic") ==
          "environment: the merge base of 'origin/main' and 'origin/topic' is "
          "in the history that this shallow repository lacks\n"
          "fetch it: `git fetch --unshallow`; in CI check out with "
          "`fetch-depth: 0`");
  }
}

TEST_CASE("an older base beside an end of the history is not believed") {
  if (!test::has_git("git_repository")) return;
  // a - b - c - left, and c - right, which also merges a.
  GitSandbox sandbox;
  const std::string a = sandbox.commit("a");
  sandbox.commit("b");
  const std::string c = sandbox.commit("c");
  const std::string left = sandbox.commit("left");
  sandbox.git({"checkout", "-q", "-b", "side", a});
  const std::string side = sandbox.commit("side");
  const auto made = [&](const std::vector<std::string>& parents) {
    std::vector<std::string> words = {"commit-tree", "-m", "x",
                                      left + "^{tree}"};
    for (const std::string& parent : parents)
      words.insert(words.end(), {"-p", parent});
    return sandbox.git(words);
  };
  const std::string x = made({left, side}), y = made({c, a});
  CHECK(base_of(sandbox.folder(), x, y) == c);
  std::ofstream(sandbox.folder() + "/.git/shallow") << left << "\n";
  CHECK(base_of(sandbox.folder(), x, y)
            .starts_with("environment: the merge base of '" + x + "' and '" +
                         y + "' may be " + a + " or a later commit"));
}

// A history of random commits, each with at most three earlier parents, as
// `git fast-import` reads it. Dates go up, or jump, or are all the same.
std::string random_history(std::mt19937& random, int number, int size) {
  const auto at_most = [&](int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n + 1));
  };
  const int clock = at_most(2);
  std::ostringstream out;
  for (int i = 0; i < size; ++i) {
    const int date = clock == 0   ? 1000 + i
                     : clock == 1 ? 1000 + at_most(20)
                                  : 9;
    out << "commit refs/h/" << number << "/" << i
        << "\nmark :" << number * 100 + i + 1
        << "\ncommitter G <g@example.com> " << date << " +0000\ndata 0\n";
    std::vector<int> parents;
    for (int n = at_most(2) + (at_most(9) > 0 ? 1 : 0); n > 0 && i > 0; --n) {
      const int parent = std::max(0, i - 1 - at_most(4));
      if (std::find(parents.begin(), parents.end(), parent) == parents.end())
        parents.push_back(parent);
    }
    for (std::size_t p = 0; p < parents.size(); ++p)
      out << (p == 0 ? "from :" : "merge :") << number * 100 + parents[p] + 1
          << "\n";
    out << "\n";
  }
  return out.str();
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

// The least id of the latest of these commits.
std::string latest(const std::string& folder,
                   const std::vector<std::string>& ids) {
  if (ids.size() == 1) return ids[0];
  std::vector<std::string> words = {"log", "--no-walk=unsorted",
                                    "--format=%ct %H"};
  words.insert(words.end(), ids.begin(), ids.end());
  std::vector<std::pair<long, std::string>> found;
  for (const std::string& line : lines_in(test::git(folder, words)))
    found.emplace_back(-std::stol(line.substr(0, line.find(' '))),
                       line.substr(line.find(' ') + 1));
  return std::min_element(found.begin(), found.end())->second;
}

TEST_CASE("the merge base is git's, in random histories") {
  if (!test::has_git("git_repository")) return;
  constexpr int kHistories = 150, kSize = 14;
  std::mt19937 random(20);
  GitSandbox sandbox;
  std::string stream;
  for (int h = 0; h < kHistories; ++h)
    stream += random_history(random, h, kSize);
  test::git(sandbox.folder(), {"fast-import", "--quiet"}, stream);
  const auto repository = opened(sandbox.folder());
  const std::string shallow = sandbox.folder() + "/.git/shallow";

  std::size_t compared = 0, several = 0, unsure = 0;
  for (int h = 0; h < kHistories; ++h) {
    const auto at = [&](std::size_t i) {
      return repository
          ->resolve("refs/h/" + std::to_string(h) + "/" + std::to_string(i))
          .value();
    };
    for (int query = 0; query < 2; ++query) {
      const Commit a = at(kSize - 1 - random() % 4),
                   b = at(kSize - 1 - random() % 6);
      std::vector<std::string> bases;
      try {
        bases = lines_in(
            test::git(sandbox.folder(), {"merge-base", "--all", a.id, b.id}));
      } catch (const std::runtime_error&) {
        // It prints nothing and fails where there is none.
      }
      const std::string ours = told(repository->merge_base(a, b));
      INFO(a.name << " " << b.name << ": " << ours);
      ++compared;
      if (bases.empty()) {
        CHECK(ours.find("have no common ancestor") != std::string::npos);
      } else {
        CHECK(ours == latest(sandbox.folder(), bases));
        if (bases.size() > 1) ++several;
      }

      // With less history the answer is the same, or none.
      std::string ends;
      for (int n = 0; n < 3; ++n) ends += at(random() % kSize).id + "\n";
      std::ofstream(shallow) << ends;
      const auto less = repository->merge_base(a, b);
      fs::remove(shallow);
      if (!less) ++unsure;
      if (less)
        CHECK(std::find(bases.begin(), bases.end(), less->id) != bases.end());
      else
        CHECK(told(less).starts_with("environment: "));
    }
  }
  CHECK(several > 10);
  CHECK(unsure > 10);
  CHECK(unsure < compared);
  test::report("merge_base", compared, "pairs");
}

// Names, contents and times of all that lies in a folder; of the index also
// when it was read last.
std::string all_of(const std::string& folder) {
  std::vector<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat info {};
    REQUIRE(lstat(entry.path().c_str(), &info) == 0);
    std::ostringstream line;
    line << entry.path().string() << " " << info.st_mode << " " << info.st_size
         << " " << info.st_mtim.tv_sec << "." << info.st_mtim.tv_nsec << " "
         << info.st_ctim.tv_sec << "." << info.st_ctim.tv_nsec;
    if (entry.path().filename() == "index")
      line << " " << info.st_atim.tv_sec << "." << info.st_atim.tv_nsec;
    lines.push_back(line.str());
    if (S_ISREG(info.st_mode) && entry.path().filename() != "index")
      lines.back() += test::read_file(entry.path().string());
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST_CASE("nothing in the repository is touched") {
  if (!test::has_git("git_repository")) return;
  GitSandbox sandbox;
  three_commits(sandbox);
  sandbox.git({"branch", "topic", "HEAD~1"});
  sandbox.write("go.mod", "module dirty\n");
  const std::string before = all_of(sandbox.folder());
  {
    const auto repository = opened(sandbox.folder());
    CHECK(repository->has_revision(":/1.21"));
    CHECK(repository->merge_base(repository->resolve("main").value(),
                                 repository->resolve("topic").value()));
    const auto tree =
        CommitTree::open(*repository, repository->resolve("topic").value());
    REQUIRE(tree);
    CHECK((*tree)->read(sandbox.folder() + "/go.mod", 100).value() ==
          "module m\n\ngo 1.21\n");
  }
  CHECK(all_of(sandbox.folder()) == before);
}

}  // namespace
}  // namespace modgraph
