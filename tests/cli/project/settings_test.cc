// Settings of a repository are a stranger's: what they may name and say.

#include "cli/project/settings.h"

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A repository beside a file that is none of its business.
struct Repository {
  Repository() {
    folder.write("secret", "TOKEN=abc\n");
    folder.write("repo/.git/HEAD", "");
    folder.write("repo/graph.txt", "a b@v1.0.0\n");
    folder.write("repo/sub/go.mod", "module a\n");
  }
  std::string root() const { return folder.path() + "/repo"; }

  // How the file that this value names is refused; "" when it is not.
  std::string refusal(const std::string& value, bool of_repository = true) {
    Settings settings;
    settings.file = root() + "/.modgraph.yaml";
    settings.of_repository = of_repository;
    const auto path = path_in(settings, {value, {settings.file, 1, 1}}, root());
    return path ? "" : path.error().front().message;
  }

  test::TemporaryFolder folder;
};

TEST_CASE("settings of a repository name files inside it") {
  Repository r;
  CHECK(r.refusal("graph.txt") == "");
  CHECK(r.refusal("sub/../graph.txt") == "");
  CHECK(r.refusal("not-there.txt") == "");  // whoever reads it says so
  for (const char* outside :
       {"../secret", "/etc/passwd", "/proc/self/environ", "/dev/zero",
        "sub/../../secret", "..", "../not-there"}) {
    INFO(outside);
    CHECK(r.refusal(outside) ==
          "'" + std::string(outside) + "' is outside of the repository");
  }
  CHECK(r.refusal("-") == "'-' is standard input");
  CHECK(r.refusal("sub") == "'sub' is not a regular file");
}

TEST_CASE("no link and no FIFO leads out of the repository") {
  Repository r;
  REQUIRE(symlink("../secret", (r.root() + "/link").c_str()) == 0);
  REQUIRE(symlink("..", (r.root() + "/up").c_str()) == 0);
  REQUIRE(symlink("graph.txt", (r.root() + "/inside").c_str()) == 0);
  REQUIRE(mkfifo((r.root() + "/fifo").c_str(), 0600) == 0);
  CHECK(r.refusal("link") == "'link' is outside of the repository");
  CHECK(r.refusal("up/secret") == "'up/secret' is outside of the repository");
  CHECK(r.refusal("inside") == "");
  CHECK(r.refusal("fifo") == "'fifo' is not a regular file");
}

TEST_CASE("settings of one's own name what they like") {
  Repository r;
  CHECK(r.refusal("../secret", false) == "");
  CHECK(r.refusal("-", false) == "");
}

// What read_settings() says about the repository's own.
std::string fault_of(const Repository& r) {
  const auto settings = read_settings(r.root(), {});
  return settings ? "" : settings.error().front().message;
}

TEST_CASE("settings are no link and no FIFO") {
  Repository r;
  const std::string file = r.root() + "/.modgraph.yaml";
  REQUIRE(symlink("graph.txt", file.c_str()) == 0);
  CHECK(fault_of(r).find("a link or something else") != std::string::npos);
  REQUIRE(unlink(file.c_str()) == 0);
  REQUIRE(mkfifo(file.c_str(), 0600) == 0);
  CHECK(fault_of(r).find("a link or something else") != std::string::npos);
  REQUIRE(unlink(file.c_str()) == 0);
  r.folder.write("repo/.modgraph.yaml", "fail-on: note\n");
  CHECK(fault_of(r) == "");
}

TEST_CASE("settings belong to the repository that they lie in") {
  Repository r;
  r.folder.write("repo/.modgraph.yaml", "fail-on: note\n");
  r.folder.write("own.yaml", "fail-on: none\n");
  CHECK(read_settings(r.root() + "/sub", {})->of_repository);
  GlobalOptions named;
  named.config = r.folder.path() + "/own.yaml";
  CHECK_FALSE(read_settings(r.root(), named)->of_repository);
  named.config = r.root() + "/.modgraph.yaml";
  CHECK(read_settings(r.root(), named)->of_repository);
}

// "sets | not followed"
std::string gate_of(const std::string& level, FailOn said, bool of_repository) {
  Settings settings;
  settings.config.fail_on.value = level;
  settings.of_repository = of_repository;
  const SettingsUsed used = settings_used(settings, said);
  std::string out;
  for (const std::string& one : used.sets) out += one;
  out += " |";
  for (const std::string& one : used.ignored) out += " " + one;
  return out;
}

TEST_CASE("what settings say about the gate") {
  CHECK(gate_of("note", FailOn::kOpen, true) == "fail-on: note |");
  CHECK(gate_of("none", FailOn::kOpen, true) == " | fail-on: none");
  CHECK(gate_of("none", FailOn::kOpen, false) == "fail-on: none |");
  CHECK(gate_of("note", FailOn::kGiven, true) == " | fail-on: note");
  CHECK(gate_of("note", FailOn::kNone, true) == " |");
}

}  // namespace
}  // namespace modgraph
