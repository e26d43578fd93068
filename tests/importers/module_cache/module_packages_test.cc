#include "importers/module_cache/module_packages.h"

#include <filesystem>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"
#include "tests/support/zip_file.h"

namespace modgraph {
namespace {

std::string state_and_folders(const PackageFolders& found) {
  if (found.state == PackageFolders::State::kNotAtHand) return "not at hand";
  if (found.state == PackageFolders::State::kUnreadable) return "unreadable";
  std::string out;
  for (const std::string& f : found.folders)
    out.append(out.empty() ? "" : " ").append(f.empty() ? "." : f);
  return out;
}

std::string packages_of(const test::TemporaryFolder& cache,
                        const std::string& path, const std::string& version,
                        const std::string& below = "") {
  const std::vector<std::string> only = {below};
  return state_and_folders(
      package_folders({{path, version}, ""}, cache.path(),
                      {only.data(), below.empty() ? 0u : 1u}));
}

std::string packages_in(const test::TemporaryFolder& folder,
                        const std::string& below = "") {
  const std::vector<std::string> only = {below};
  return state_and_folders(
      package_folders({{"x/m", ""}, folder.path()}, "",
                      {only.data(), below.empty() ? 0u : 1u}));
}

void write_archive(const test::TemporaryFolder& cache, const std::string& file,
                   const std::vector<std::string>& names) {
  cache.write("cache/download/" + file, test::zip_of(names));
}

TEST_CASE("packages of an archive") {
  const test::TemporaryFolder cache;
  write_archive(cache, "x.y/!m/@v/v1.0.0.zip",
                {"x.y/M@v1.0.0/go.mod", "x.y/M@v1.0.0/a/b/x.go",
                 "x.y/M@v1.0.0/a/b/y.go", "x.y/M@v1.0.0/z.go",
                 "x.y/M@v1.0.0/docs/x.md", "x.y/M@v1.0.0/t/x_test.go"});
  CHECK(packages_of(cache, "x.y/M", "v1.0.0") == ". a/b t");
  CHECK(packages_of(cache, "x.y/M", "v1.0.0", "a") == "a/b");
  CHECK(packages_of(cache, "x.y/M", "v1.0.0", "docs").empty());
  CHECK(packages_of(cache, "x.y/M", "v1.0.1") == "not at hand");
}

TEST_CASE("folders that no import path of a build has") {
  const test::TemporaryFolder cache;
  write_archive(cache, "x.y/m/@v/v1.0.0.zip",
                {"x.y/m@v1.0.0/testdata/x.go", "x.y/m@v1.0.0/a/_old/x.go",
                 "x.y/m@v1.0.0/.ci/x.go", "x.y/m@v1.0.0/vendor/a/x.go",
                 "x.y/m@v1.0.0//a/x.go", "x.y/m@v1.0.0/a//b/x.go",
                 "x.y/m@v1.0.0/a//x.go", "x.y/m@v1.0.0/../a/x.go",
                 "x.y/m@v1.0.0/internal/x.go", "other@v1.0.0/x.go"});
  CHECK(packages_of(cache, "x.y/m", "v1.0.0") == "internal");
}

TEST_CASE("a damaged archive, and the folder that was unpacked from it") {
  const test::TemporaryFolder cache;
  cache.write("cache/download/x.y/m/@v/v1.0.0.zip", "not an archive");
  CHECK(packages_of(cache, "x.y/m", "v1.0.0") == "unreadable");
  cache.write("x.y/m@v1.0.0/a/x.go", "");
  CHECK(packages_of(cache, "x.y/m", "v1.0.0") == "a");
}

TEST_CASE("packages of a folder") {
  const test::TemporaryFolder folder;
  folder.write("x.go", "");
  folder.write("a/b/x.go", "");
  folder.write("testdata/x.go", "");
  folder.write("inner/go.mod", "");
  folder.write("inner/deep/x.go", "");
  std::filesystem::create_directory_symlink(folder.path(),
                                            folder.path() + "/a/up");
  CHECK(packages_in(folder) == ". a/b");
  CHECK(packages_in(folder, "a") == "a/b");
  CHECK(packages_in(folder, "not/there").empty());
}

TEST_CASE("a folder is no part of the module where another one begins above") {
  const test::TemporaryFolder folder;
  folder.write("inner/go.mod", "");
  folder.write("inner/deep/x.go", "");
  folder.write("testdata/a/x.go", "");
  CHECK(packages_in(folder, "inner").empty());
  CHECK(packages_in(folder, "inner/deep").empty());
  CHECK(packages_in(folder, "testdata/a").empty());
}

TEST_CASE("what is not there, and paths that are none") {
  const test::TemporaryFolder cache;
  CHECK(packages_of(cache, "../..", "v1.0.0") == "not at hand");
  CHECK(packages_of(cache, "x.y/m", "../x") == "not at hand");
  CHECK(state_and_folders(package_folders({{"x/m", ""}, "/not/there"}, "")) ==
        "not at hand");
  CHECK(state_and_folders(package_folders({{"x.y/m", "v1.0.0"}, ""}, "")) ==
        "not at hand");
}

}  // namespace
}  // namespace modgraph
