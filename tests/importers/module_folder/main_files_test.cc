#include "importers/module_folder/main_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "engine/base/parallel.h"
#include "tests/support/go_module.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

// A tree of files; its folder is D in what comes out.
class Tree {
 public:
  Tree& file(const std::string& name, const std::string& text) {
    folder.write(name, text);
    return *this;
  }

  MainFilesOptions options(const std::string& from) const {
    MainFilesOptions out;
    out.folder = folder.path() + (from.empty() ? "" : "/" + from);
    out.shown_from = folder.path();
    return out;
  }

  // The go.work or go.mod that applies, or "error: ..."
  std::string found(const MainFilesOptions& options) const {
    const auto files = find_main_files(options);
    if (!files) return said(files.error());
    return with_d(files->work.empty() ? files->mod : files->work);
  }
  std::string found(const std::string& from) const {
    return found(options(from));
  }

  // The module paths of the main modules, or all errors with their places.
  std::string read(const MainFilesOptions& options) const {
    const auto files = find_main_files(options);
    if (!files) return said(files.error());
    const auto mains = read_main_modules(*files, options);
    if (!mains) return said(mains.error());
    std::string out;
    for (const MainModule& m : mains->modules)
      out += (out.empty() ? "" : " ") + m.manifest.module->path + "=" +
             m.manifest.file;
    return with_d(out);
  }
  std::string read(const std::string& from) const {
    return read(options(from));
  }

  test::TemporaryFolder folder;

 private:
  std::string with_d(const std::string& text) const {
    return test::replaced(text, folder.path(), "D");
  }

  std::string said(const Errors& errors) const {
    std::string out;
    for (const Error& e : errors) {
      out += out.empty() ? "error: " : "\nerror: ";
      if (!e.where.file.empty())
        out += e.where.file + ":" + std::to_string(e.where.line) + ":" +
               std::to_string(e.where.column) + ": ";
      out += e.message;
    }
    return with_d(out);
  }
};

std::string none_in(const std::string& folder) {
  return "error: go.mod file not found in " + folder +
         " or any parent directory";
}

TEST_CASE("the nearest go.mod upward") {
  Tree t;
  t.file("a/go.mod", "module a\n").file("a/b/c/x", "");
  CHECK(t.found("a/b/c") == "D/a/go.mod");
  CHECK(t.found("a") == "D/a/go.mod");
  t.file("a/b/go.mod", "module b\n");
  CHECK(t.found("a/b/c") == "D/a/b/go.mod");
  // A folder of that name is passed over, anything else is not.
  fs::create_directories(t.folder.path() + "/a/b/c/go.mod");
  CHECK(t.found("a/b/c") == "D/a/b/go.mod");
  fs::create_directories(t.folder.path() + "/f");
  REQUIRE(mkfifo((t.folder.path() + "/f/go.mod").c_str(), 0600) == 0);
  alarm(10);  // ends the program if a read waits
  CHECK(t.read("f") == "error: cannot read f/go.mod: not a regular file");
  alarm(0);
}

TEST_CASE("the nearest go.work upward goes before any go.mod") {
  Tree t;
  t.file("w/go.work", "go 1.21\nuse ./a\n").file("w/a/go.mod", "module a\n");
  CHECK(t.found("w/a") == "D/w/go.work");
  MainFilesOptions options = t.options("w/a");
  options.work = "auto";
  CHECK(t.found(options) == "D/w/go.work");
  options.work = "off";
  CHECK(t.found(options) == "D/w/a/go.mod");
  options.work = t.folder.path() + "/w/x/../go.work";
  CHECK(t.found(options) == "D/w/go.work");
  options.work = t.folder.path() + "/other.work";
  CHECK(t.read(options) ==
        "error: cannot read other.work: no such file or directory");
  // The search does not leave the folder of Go itself.
  options = t.options("w/a");
  options.go_root = t.folder.path() + "/w";
  CHECK(t.found(options) == "D/w/a/go.mod");
  options.folder = t.folder.path() + "/w";
  CHECK(t.found(options) == "D/w/go.work");
}

TEST_CASE("-modfile stands in for the go.mod that is found") {
  Tree t;
  t.file("a/go.mod", "module a\n").file("a/alt.mod", "module alt\n");
  MainFilesOptions options = t.options("a");
  options.mod_file = "alt.mod";
  CHECK(t.read(options) == "alt=a/alt.mod");
  options.mod_file = t.folder.path() + "/a/alt.mod";
  CHECK(t.read(options) == "alt=a/alt.mod");
  options.mod_file = "alt.txt";
  CHECK(t.found(options) ==
        "error: -modfile=alt.txt: file does not have .mod extension");
  options.mod_file = "none.mod";
  CHECK(t.read(options) ==
        "error: cannot read a/none.mod: no such file or directory");
  t.file("a/go.work", "go 1.21\n");
  CHECK(t.found(options) == "error: -modfile cannot be used in workspace mode");
}

TEST_CASE("without a go.mod") {
  Tree t;
  // Above a temporary folder there is no module, on an orderly machine.
  CHECK(t.found("") == none_in("."));
  MainFilesOptions options = t.options("");
  options.mod_file = "alt.mod";
  CHECK(t.found(options).starts_with(
      "error: cannot find main module, but -modfile was set."));
}

TEST_CASE("a go.mod in the folder for temporary files is ignored") {
  Tree t;
  t.file("tmp/go.mod", "module a\n").file("tmp/b/go.mod", "module b\n");
  fs::create_symlink("tmp", t.folder.path() + "/link");
  for (const char* temp : {"/tmp", "/tmp/", "/link"}) {
    MainFilesOptions options = t.options("tmp");
    options.temp_folder = t.folder.path() + temp;
    CHECK(t.found(options) == none_in("tmp"));
    options.folder += "/b";
    CHECK(t.found(options) == "D/tmp/b/go.mod");
  }
}

TEST_CASE("a single module") {
  Tree t;
  t.file("a/go.mod", "module a.b/c\ngo 1.21\n");
  CHECK(t.read("a") == "a.b/c=a/go.mod");
  t.file("a/go.mod", "go 1.21\n");
  CHECK(t.read("a").starts_with("error: a/go.mod"));
  t.file("a/go.mod", "module a\n\nrequire x\n  replace y\nfoo\n");
  CHECK(t.read("a").starts_with("error: a/go.mod:3:1: "));
  CHECK(t.read("a").find("\nerror: a/go.mod:4:3: ") != std::string::npos);
  CHECK(t.read("a").find("\nerror: a/go.mod:5:1: ") != std::string::npos);
}

TEST_CASE("a pointer of Git LFS is no go.mod") {
  Tree tree;
  tree.file("go.mod", "version https://git-lfs.github.com/spec/v1\n");
  CHECK(tree.read("") ==
        "error: go.mod is a pointer of Git LFS, not the file itself");
}

TEST_CASE("the members of a workspace, in the order of their lines") {
  Tree t;
  t.file("w/b/go.mod", "module b\n").file("w/a/go.mod", "module a\n");
  t.file("far/go.mod", "module far\n");
  t.file("w/go.work", "go 1.21\nuse (\n ./b\n a\n ../far\n)\n");
  CHECK(t.read("w") == "b=w/b/go.mod a=w/a/go.mod far=far/go.mod");
  t.file("w/go.work", "go 1.21\nuse " + t.folder.path() + "/far/../w/a\n");
  CHECK(t.read("w") == "a=w/a/go.mod");
  // Without a line for it, the workspace itself is no module.
  t.file("w/go.mod", "module w\n").file("w/go.work", "go 1.21\nuse .\n");
  CHECK(t.read("w") == "w=w/go.mod");
  t.file("w/go.work", "go 1.21\n");
  CHECK(t.read("w") ==
        "error: no modules were found in the current workspace; see 'go help "
        "work'");
}

TEST_CASE("what is wrong with any member is said of all of them") {
  Tree t;
  t.file("w/go.work",
         "go 1.21\nuse ./none\nuse ./file\nuse ./bad\nuse ./a\nuse ./nameless");
  t.file("w/file", "").file("w/bad/go.mod", "module bad\nrequire x\n");
  t.file("w/a/go.mod", "module a\n").file("w/nameless/go.mod", "go 1.21\n");
  const std::string errors = t.read("w");
  INFO(errors);
  CHECK(errors.find("error: w/go.work:2:1: cannot load module w/none listed in "
                    "go.work file: cannot read w/none/go.mod: no such file or "
                    "directory") == 0);
  CHECK(errors.find("\nerror: w/go.work:3:1: cannot load module w/file listed "
                    "in go.work file: cannot read w/file/go.mod: not a "
                    "directory") != std::string::npos);
  CHECK(errors.find("\nerror: w/bad/go.mod:2:1: ") != std::string::npos);
  CHECK(errors.find("\nerror: w/nameless/go.mod:") != std::string::npos);
}

TEST_CASE("a folder is used once") {
  Tree t;
  t.file("w/a/go.mod", "module a\n");
  t.file("w/go.work", "go 1.21\nuse ./a\nuse a/\n");
  CHECK(t.read("w") ==
        "error: w/go.work:3:1: path 'a' appears multiple times in workspace; "
        "it is in line 2 too");
  const std::string absolute = t.folder.path() + "/w/b/../a";
  t.file("w/go.work", "go 1.21\nuse ./a\nuse " + absolute + "\n");
  CHECK(t.read("w") ==
        "error: w/go.work:3:1: path 'D/w/a' appears multiple times in "
        "workspace; it is in line 2 too");
}

TEST_CASE("members may be confined") {
  Tree t;
  t.file("w/a/go.mod", "module a\n").file("wa/go.mod", "module wa\n");
  t.file("w/go.work", "go 1.21\nuse ./a\nuse ../wa\n");
  MainFilesOptions options = t.options("w");
  options.confine = t.folder.path() + "/w";
  CHECK(t.read(options) ==
        "error: w/go.work:3:1: cannot load module wa listed in go.work file: "
        "wa/go.mod is outside of D/w");
  t.file("w/go.work", "go 1.21\nuse ./a\n");
  CHECK(t.read(options) == "a=w/a/go.mod");
  fs::create_symlink("../wa", t.folder.path() + "/w/link");
  t.file("w/go.work", "go 1.21\nuse ./link\n");
  CHECK(t.read(options).ends_with("w/link/go.mod is outside of D/w"));
}

TEST_CASE("files are named from where the user is") {
  Tree t;
  t.file("a/b/c/go.mod", "module a\n");
  MainFilesOptions options = t.options("a/b/c");
  const auto named_from = [&](const std::string& folder) {
    options.shown_from = folder.empty() ? "" : t.folder.path() + folder;
    return t.read(options);
  };
  CHECK(named_from("/a/b/c") == "a=go.mod");
  CHECK(named_from("/a/x") == "a=../b/c/go.mod");
  CHECK(named_from("") == "a=D/a/b/c/go.mod");
  // Going up more than twice says less than the whole name.
  CHECK(named_from("/x/y/z") == "a=D/a/b/c/go.mod");
}

TEST_CASE("many members are read in order at any number of threads") {
  Tree t;
  std::string work = "go 1.21\n";
  for (int i = 0; i < 100; ++i) {
    const std::string name = "m" + std::to_string(i);
    work += "use ./" + name + "\n";
    t.file(name + "/go.mod", "module " + name + "\n");
  }
  t.file("go.work", work);
  const auto read = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return t.read("");
  };
  CHECK(read(1).starts_with("m0=m0/go.mod m1=m1/go.mod "));
  CHECK(read(8) == read(1));
}

}  // namespace
}  // namespace modgraph
