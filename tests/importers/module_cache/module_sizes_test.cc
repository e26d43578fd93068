#include "importers/module_cache/module_sizes.h"

#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "120", "120 unpacked", "-".
std::string size(const test::TemporaryFolder& cache, const std::string& path,
                 const std::string& version, const std::string& folder = "") {
  const ModuleToMeasure module{{path, version}, folder};
  const auto found = module_sizes({&module, 1}, cache.path()).front();
  if (!found) return "-";
  return std::to_string(found->bytes) + (found->unpacked ? " unpacked" : "");
}

TEST_CASE("the archive of a module, else its folder") {
  const test::TemporaryFolder cache;
  cache.write("a.b/!mod@v1.0.0/x/y.go", std::string(30, 'x'));
  cache.write("a.b/!mod@v1.0.0/z.go", std::string(12, 'x'));
  CHECK(size(cache, "a.b/Mod", "v1.0.0") == "42 unpacked");
  cache.write("cache/download/a.b/!mod/@v/v1.0.0.zip", std::string(20, 'x'));
  CHECK(size(cache, "a.b/Mod", "v1.0.0") == "20");
  CHECK(size(cache, "a.b/Mod", "v1.0.1") == "-");
}

TEST_CASE("the folder that is known to hold a module") {
  const test::TemporaryFolder cache;
  cache.write("elsewhere/go.mod", "module x\n");
  const std::string folder = cache.path() + "/elsewhere";
  CHECK(size(cache, "a.b/c", "v1.0.0", folder) == "9 unpacked");
  CHECK(size(cache, "./elsewhere", "", folder) == "9 unpacked");
  CHECK(size(cache, "a.b/c", "v1.0.0", folder + "/not") == "-");
}

TEST_CASE("links are not followed, folders are no archives") {
  const test::TemporaryFolder cache;
  cache.write("a.b/c@v1.0.0/x.go", "12345");
  std::filesystem::create_symlink(cache.path() + "/a.b/c@v1.0.0/x.go",
                                  cache.path() + "/a.b/c@v1.0.0/y.go");
  std::filesystem::create_directory_symlink(cache.path(),
                                            cache.path() + "/a.b/c@v1.0.0/up");
  cache.write("cache/download/a.b/c/@v/v1.0.0.zip/x", "");
  CHECK(size(cache, "a.b/c", "v1.0.0") == "5 unpacked");
}

TEST_CASE("a path that is none has no size") {
  const test::TemporaryFolder cache;
  CHECK(size(cache, "../..", "v1.0.0") == "-");
  CHECK(size(cache, "a.b/c", "../x") == "-");
  const ModuleToMeasure module{{"a.b/c", "v1.0.0"}, ""};
  CHECK_FALSE(module_sizes({&module, 1}, "").front().has_value());
}

}  // namespace
}  // namespace modgraph
