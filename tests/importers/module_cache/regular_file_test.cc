#include "importers/module_cache/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/environment.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

std::string fault_text(const ReadFault& fault) {
  return (fault.missing ? "missing: " : "error: ") + fault.reason;
}

// Both ways of reading say the same.
std::string read_both_ways(const std::string& path, std::uint64_t most = 100) {
  FileBuffer buffer;
  const auto small = buffer.read_small(AT_FDCWD, path.c_str(), most);
  const std::string quick =
      small ? std::string(*small) : fault_text(small.error());
  const auto text = read_regular_file(path, most);
  std::string out = text ? *text : fault_text(text.error());
  // The system's own files change from one look to the next.
  if (!path.starts_with("/proc/")) CHECK(quick == out);
  return out;
}

TEST_CASE("regular files are read, and links to them") {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a", "text");
  CHECK(read_both_ways(folder.write("a", std::string("x\0\xff", 3))) ==
        std::string("x\0\xff", 3));
  CHECK(read_both_ways(folder.write("empty", "")) == "");
  fs::create_symlink("a", folder.file("link"));
  fs::create_symlink("link", folder.file("link2"));
  CHECK(read_both_ways(folder.path() + "/link2").size() == 3);
  const std::string big(3 << 20, 'b');
  CHECK(read_both_ways(folder.write("big", big), 4 << 20) == big);
}

TEST_CASE("files of any size around pages and buffers") {
  const test::TemporaryFolder folder;
  for (const std::size_t size : {1U, 4095U, 4096U, 4097U, 8192U, 16383U, 16384U,
                                 16385U, 20480U, 40000U}) {
    const std::string text(size, 'x');
    CHECK(read_both_ways(folder.write("a", text), 1 << 20) == text);
  }
}

TEST_CASE("a limit of bytes") {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a", std::string(100, 'x'));
  CHECK(read_both_ways(file, 100).size() == 100);
  CHECK(read_both_ways(file, 99) == "error: file is too large");
  // A file whose size is not known beforehand.
  CHECK(read_both_ways("/proc/self/status", 10) == "error: file is too large");
  CHECK(read_both_ways("/proc/self/status", 1 << 20).find("Threads:") !=
        std::string::npos);
}

TEST_CASE("what is no regular file is refused without waiting") {
  const test::TemporaryFolder folder;
  const std::string fifo = folder.file("fifo");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  alarm(10);  // ends the program if a read waits
  CHECK(read_both_ways(fifo) == "error: not a regular file");
  CHECK(read_both_ways("/dev/zero") == "error: not a regular file");
  CHECK(read_both_ways("/dev/full") == "error: not a regular file");
  fs::create_symlink("fifo", folder.file("to-fifo"));
  CHECK(read_both_ways(folder.path() + "/to-fifo") ==
        "error: not a regular file");
  alarm(0);
  CHECK(read_both_ways(folder.path()) == "error: is a directory");
  fs::create_symlink("loop", folder.file("loop"));
  CHECK(read_both_ways(folder.path() + "/loop") ==
        "error: too many levels of symbolic links");
}

TEST_CASE("what is not there is missing") {
  const test::TemporaryFolder folder;
  CHECK(read_both_ways(folder.path() + "/x") ==
        "missing: no such file or directory");
  fs::create_symlink("nowhere", folder.file("dangling"));
  CHECK(read_both_ways(folder.path() + "/dangling") ==
        "missing: no such file or directory");
  folder.write("a", "");
  CHECK(read_both_ways(folder.path() + "/a/b") == "error: not a directory");
}

TEST_CASE("a file that may not be read") {
  if (geteuid() == 0) return test::skip("unreadable file", "root reads all");
  const test::TemporaryFolder folder;
  const std::string file = folder.write("a", "secret");
  fs::permissions(file, fs::perms::none);
  CHECK(read_both_ways(file) == "error: permission denied");
}

TEST_CASE("inside a folder") {
  const test::TemporaryFolder folder;
  const std::string& base = folder.path();
  fs::create_directories(base + "/a/b/c");
  fs::create_directories(base + "/a/bc");
  fs::create_symlink("..", base + "/a/b/up");
  fs::create_symlink(base + "/a/b", base + "/to-b");
  CHECK(lies_inside(base + "/a/b", base + "/a/b"));
  CHECK(lies_inside(base + "/a/b/c", base + "/a/b"));
  CHECK(lies_inside(base + "/a/b/c", "/"));
  CHECK(lies_inside(base + "/to-b/c", base + "/a/b"));
  CHECK(lies_inside(base + "/a/b/c", base + "/to-b"));
  CHECK_FALSE(lies_inside(base + "/a/bc", base + "/a/b"));
  CHECK_FALSE(lies_inside(base + "/a/b/up", base + "/a/b"));
  CHECK_FALSE(lies_inside(base + "/a/b/../bc", base + "/a/b"));
  CHECK_FALSE(lies_inside(base + "/a", base + "/a/b"));
}

}  // namespace
}  // namespace modgraph
