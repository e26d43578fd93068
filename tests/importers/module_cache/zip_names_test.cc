#include "importers/module_cache/zip_names.h"

#include <sys/stat.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"
#include "tests/support/zip_file.h"

namespace modgraph {
namespace {

// The names, or "damaged".
std::string names_in(const std::string& file, std::size_t most = kMaxZipEntries,
                     const std::vector<std::string>& parts = {}) {
  std::string out;
  const bool whole = read_zip_names(
      file, parts,
      [&](std::string_view name) {
        out.append(out.empty() ? "" : " ").append(name);
      },
      most);
  return whole ? out : "damaged";
}

std::string names_of_text(const std::string& text) {
  const test::TemporaryFolder folder;
  return names_in(folder.write("x.zip", text));
}

TEST_CASE("the names of an archive, in its order") {
  CHECK(names_of_text(test::zip_of({"m@v1/b.go", "m@v1/a/", "m@v1/a/x"})) ==
        "m@v1/b.go m@v1/a/ m@v1/a/x");
  CHECK(names_of_text(test::zip_of({})) == "damaged");
}

TEST_CASE("what is no archive, or not all of one") {
  CHECK(names_of_text("") == "damaged");
  CHECK(names_of_text(std::string(1000, 'x')) == "damaged");
  const std::string whole = test::zip_of({"m@v1/a.go", "m@v1/b.go"});
  for (std::size_t size = 0; size < whole.size(); ++size)
    if (const std::string names = names_of_text(whole.substr(0, size));
        names != "m@v1/a.go m@v1/b.go")  // only the length of a comment lacks
      CHECK(names == "damaged");
}

TEST_CASE("every byte of an archive may be wrong") {
  const std::string whole = test::zip_of({"m@v1/a.go", "m@v1/b.go"});
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const char wrong : {'\0', '\x7f', '\xff'}) {
      std::string text = whole;
      text[i] = wrong;
      CHECK(names_of_text(text).size() < 200);
    }
}

TEST_CASE("an archive with too many files, or too long a name") {
  const test::TemporaryFolder folder;
  const std::string file = folder.write("x.zip", test::zip_of({"a", "b"}));
  CHECK(names_in(file, 2) == "a b");
  CHECK(names_in(file, 1) == "damaged");
  CHECK(names_of_text(test::zip_of({std::string(5000, 'a')})) == "damaged");
}

TEST_CASE("only what is looked for is worth taking a table apart") {
  const test::TemporaryFolder folder;
  const std::string text = test::zip_of({"m@v1/a/x.go", "m@v1/b/x.go"});
  const std::string file = folder.write("x.zip", text);
  CHECK(names_in(file, 9, {"m@v1/c/", "m@v1/b/"}) == "m@v1/a/x.go m@v1/b/x.go");
  CHECK(names_in(file, 9, {"m@v1/c/"}).empty());
  // Something may precede an archive.
  const std::string after = folder.write("y.zip", "#!/bin/sh\n" + text);
  CHECK(names_in(after, 9, {"m@v1/b/"}) == "m@v1/a/x.go m@v1/b/x.go");
  CHECK(names_in(folder.write("z.zip", "x"), 9, {"x"}) == "damaged");
}

TEST_CASE("what is no file is not opened") {
  const test::TemporaryFolder folder;
  const std::string fifo = folder.file("x.zip");
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(names_in(fifo) == "damaged");
  CHECK(names_in(folder.path()) == "damaged");
  CHECK(names_in(folder.path() + "/not") == "damaged");
}

}  // namespace
}  // namespace modgraph
