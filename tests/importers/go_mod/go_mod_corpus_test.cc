// Every go.mod and go.work of the corpus is read: the files of main modules
// strictly, those of dependencies as the go command reads them.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_summary.h"
#include "tests/support/environment.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/process.h"
#include "tests/support/summary_facts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

// "" when a file is read, else its errors.
std::string errors_of(const Result<Manifest>& manifest) {
  return manifest ? "" : test::sentences(manifest.error());
}

std::string read_main(const std::string& name, const std::string& text) {
  return errors_of(name.ends_with(".work") ? parse_main_go_work(name, text)
                                           : parse_main_go_mod(name, text));
}

std::string read_dependency(const std::string& name, const std::string& text) {
  return errors_of(parse_go_mod_lax(name, text));
}

TEST_CASE("the go.mod files of real main modules are read") {
  const auto corpus = test::corpus();
  if (!corpus) return test::skip("go.mod corpus", "MODGRAPH_CORPUS is not set");
  std::size_t count = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(*corpus + "/real")) {
    const std::string name = entry.path().string();
    if (!name.ends_with("go.mod") && !name.ends_with("go.work")) continue;
    INFO(name);
    CHECK(read_main(name, test::read_file(name)) == "");
    ++count;
  }
  test::report("go.mod corpus", count, "files of main modules");
  CHECK(count > 100);
}

TEST_CASE("the go.mod files of real dependencies are read") {
  const auto corpus = test::corpus();
  if (!corpus) return test::skip("go.mod cache", "MODGRAPH_CORPUS is not set");
  const test::TemporaryFolder folder;
  const auto tar = test::run(
      {"tar", "-xJf", *corpus + "/real/modcache.tar.xz", "-C", folder.path()});
  if (tar.exit_code == 127) return test::skip("go.mod cache", "no tar here");
  REQUIRE(tar.exit_code == 0);
  std::size_t count = 0;
  std::size_t plain_files = 0;
  std::size_t requirements = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (entry.path().extension() != ".mod") continue;
    const std::string name = entry.path().string();
    const std::string text = test::read_file(name);
    const auto manifest = parse_go_mod_lax(name, text);
    INFO(name);
    CHECK(errors_of(manifest) == "");
    const auto plain = summarize_plain_go_mod(text);
    if (plain) CHECK(test::facts(*plain) == test::summary_facts(manifest));
    if (plain) ++plain_files;
    requirements += manifest ? manifest->require.size() : 0;
    ++count;
  }
  test::report("go.mod cache", count, "files of dependencies");
  test::report("go.mod cache", requirements, "requirements in them");
  test::report("go.mod cache", plain_files, "files were plain");
  CHECK(count > 1000);
  // Who reads the plain ones quickly should meet them.
  CHECK(plain_files > count / 10 * 9);
  CHECK(requirements > count);
}

TEST_CASE("the go.mod files of random worlds are read") {
  const auto corpus = test::corpus();
  if (!corpus) return test::skip("go.mod worlds", "MODGRAPH_CORPUS is not set");
  std::istringstream worlds(test::read_file(*corpus + "/worlds.jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(worlds, line);) {
    const auto world = nlohmann::json::parse(line);
    INFO(world["id"].dump());
    for (const auto& [name, text] : world["files"].items()) {
      if (!name.ends_with("go.mod") && !name.ends_with("go.work")) continue;
      INFO(name);
      // Some worlds are meant to fail, but not for their spelling.
      const std::string file = text.get<std::string>();
      CHECK(errors_of(name.ends_with(".work")
                          ? parse_go_work(name, file)
                          : parse_go_mod(name, file)) == "");
      ++count;
    }
    for (const auto& [name, text] : world["mods"].items()) {
      INFO(name);
      CHECK(read_dependency(name, text.get<std::string>()) == "");
      ++count;
    }
  }
  test::report("go.mod worlds", count, "files of random modules");
  CHECK(count > 1000);
}

}  // namespace
}  // namespace modgraph
