// Writing: whole or not at all, through links, and without leftovers.

#include "cli/terminal/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/terminal/unfinished_file.h"
#include "tests/support/environment.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

// What is wrong with writing `text` there; "" for nothing.
std::string fault_of_writing(const std::string& path, std::string_view text) {
  const auto done = write_output(path, [&](Sink& out) { out.put(text); });
  return done ? "" : done.error().front().message;
}

// Names in the folder, sorted, with blanks between them.
std::string names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
  return out;
}

TEST_CASE("a file is written, and nothing beside it") {
  test::TemporaryFolder folder;
  CHECK(fault_of_writing(folder.file("a"), "one") == "");
  CHECK(test::read_file(folder.file("a")) == "one");
  CHECK(fault_of_writing(folder.file("a"), "two") == "");
  CHECK(test::read_file(folder.file("a")) == "two");
  CHECK(names_in(folder.path()) == "a");
}

TEST_CASE("a name may be as long as the system allows") {
  test::TemporaryFolder folder;
  const std::string name(255, 'a');
  CHECK(fault_of_writing(folder.path() + "/" + name, "x") == "");
  CHECK(names_in(folder.path()) == name);
  CHECK(fault_of_writing(folder.path() + "/" + name + "a", "x")
            .ends_with("File name too long"));
}

TEST_CASE("a link stays a link") {
  test::TemporaryFolder folder;
  folder.write("sub/there", "old");
  REQUIRE(symlink("sub/there", folder.file("link").c_str()) == 0);
  REQUIRE(symlink("sub/new", folder.file("dangling").c_str()) == 0);
  REQUIRE(symlink("loop", folder.file("loop").c_str()) == 0);
  CHECK(fault_of_writing(folder.file("link"), "x") == "");
  CHECK(fault_of_writing(folder.file("dangling"), "y") == "");
  CHECK(test::read_file(folder.file("sub/there")) == "x");
  CHECK(test::read_file(folder.file("sub/new")) == "y");
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(fs::is_symlink(folder.file("dangling")));
  CHECK(fault_of_writing(folder.file("loop"), "z")
            .ends_with("Too many levels of symbolic links"));
  CHECK(fs::is_symlink(folder.file("loop")));
}

TEST_CASE("what a killed run left is removed by the next") {
  test::TemporaryFolder folder;
  const std::string target = folder.file("report");
  {
    const UnfinishedFile first(target);
    REQUIRE(first.fd() >= 0);
    CHECK(names_in(folder.path()).starts_with(".modgraph-"));
    // As a run that writes the same file at the same time.
    CHECK(fault_of_writing(target, "second") == "");
    CHECK(fs::exists(target));
  }
  CHECK(names_in(folder.path()) == "report");
  // Killed: the file is there, and nobody holds its lock.
  std::string left;
  {
    const UnfinishedFile killed(target);
    left = folder.path() + "/" + names_in(folder.path()).substr(0, 35);
    fs::copy_file(fs::path(left.substr(0, left.find(' '))),
                  folder.file("copy"));
  }
  left = left.substr(0, left.find(' '));
  fs::rename(folder.file("copy"), left);
  CHECK(fault_of_writing(target, "third") == "");
  CHECK(names_in(folder.path()) == "report");
}

TEST_CASE("a file of somebody else's making is not written into") {
  test::TemporaryFolder folder;
  const std::string target = folder.file("report");
  std::string name;
  {
    const UnfinishedFile probe(target);
    name = names_in(folder.path());
  }
  // A second name of another file, and a link to one.
  folder.write("other", "kept");
  fs::create_hard_link(folder.file("other"), folder.file(name));
  CHECK(fault_of_writing(target, "x") == "");
  CHECK(test::read_file(folder.file("other")) == "kept");
  fs::remove(folder.file(name));
  fs::create_symlink("other", folder.file(name));
  CHECK(fault_of_writing(target, "y") == "");
  CHECK(test::read_file(folder.file("other")) == "kept");
  CHECK(test::read_file(target) == "y");
}

TEST_CASE("a file that may not be written is not replaced") {
  if (geteuid() == 0) {
    std::puts("SKIP read-only file: root writes all");
    return;
  }
  test::TemporaryFolder folder;
  folder.write("a", "old");
  REQUIRE(chmod(folder.file("a").c_str(), 0444) == 0);
  CHECK(fault_of_writing(folder.file("a"), "x").ends_with("Permission denied"));
  CHECK(test::read_file(folder.file("a")) == "old");
}

}  // namespace
}  // namespace modgraph
