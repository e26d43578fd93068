#include "importers/module_cache/folder_listing.h"

#include <unistd.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "a d/ l@ f@/": folders have a slash, links an @; or why there is no list.
std::string listed(const std::string& folder, std::size_t max = 100) {
  const auto entries = list_folder(folder, max);
  if (!entries) return entries.error().reason;
  std::string out;
  for (const FolderEntry& entry : *entries)
    out += (out.empty() ? "" : " ") + entry.name + (entry.is_link ? "@" : "") +
           (entry.is_folder ? "/" : "");
  return out;
}

TEST_CASE("entries come in the order of their names") {
  const test::TemporaryFolder folder;
  CHECK(listed(folder.path()) == "");
  for (const char* name : {"z", "b/x", "a", ".hidden"}) folder.write(name, "");
  REQUIRE(symlink("a", folder.file("to-a").c_str()) == 0);
  REQUIRE(symlink("b", folder.file("to-b").c_str()) == 0);
  REQUIRE(symlink("none", folder.file("to-none").c_str()) == 0);
  CHECK(listed(folder.path()) == ".hidden a b/ to-a@ to-b@/ to-none@ z");
}

TEST_CASE("why a folder cannot be listed") {
  const test::TemporaryFolder folder;
  folder.write("a", "");
  folder.write("b", "");
  CHECK(listed(folder.path() + "/none") == "no such file or directory");
  CHECK(listed(folder.path() + "/a") == "not a directory");
  CHECK(listed(folder.path(), 2) == "a b");
  CHECK(listed(folder.path(), 1) == "more than 1 entries");
}

}  // namespace
}  // namespace modgraph
