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

// What is wrong with these settings.
std::string faults_of_settings(const std::string& text) {
  const auto config = config_of("c", "version: 1\n" + text);
  std::string out;
  if (!config)
    for (const Error& e : config.error())
      out += std::to_string(e.where.line) + ":" +
             std::to_string(e.where.column) + " " + e.message + " (" + e.hint +
             ")\n";
  return out;
}

TEST_CASE("settings name rules that there are, once") {
  CHECK(faults_of_settings("rules: {MG2001: note}\n") == "");
  CHECK(faults_of_settings("rules:\n  MG201: note\n") ==
        "3:3 unknown rule 'MG201' (did you mean 'MG2001'?)\n");
  CHECK(faults_of_settings("rules:\n  version-drfit: note\n") ==
        "3:3 unknown rule 'version-drfit' (did you mean 'version-drift'?)\n");
  CHECK(
      faults_of_settings("ignore:\n"
                         "  - {rule: [MG2001, zzzzzzzzzz], reason: later}\n") ==
      "3:21 unknown rule 'zzzzzzzzzz' (`modgraph explain all` shows all "
      "rules)\n");
  CHECK(faults_of_settings("rules:\n  MG2001: note\n  version-drift: none\n") ==
        "4:3 MG2001 is set twice: version-drift is its name (keep one of "
        "them)\n");
  std::string many = "rules:\n";
  for (int i = 0; i < 50; ++i) many += "  k" + std::to_string(i) + ": note\n";
  const std::string faults = faults_of_settings(many);
  CHECK(std::count(faults.begin(), faults.end(), '\n') ==
        static_cast<int>(kMaxConfigErrors) + 1);
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

TEST_CASE("answers say how much settings change") {
  Settings settings;
  settings.config = *config_of(
      "c",
      "version: 1\n"
      "rules: {MG1001: note, MG1002: {ignore: [a]}}\n"
      "ignore: [{rule: MG2001, reason: later}]\n"
      "policy:\n"
      "  banned: [{module: a, reason: bad}, {module: b, reason: bad}]\n"
      "  limits: {modules: 1, go: \"1.25\"}\n"
      "  forbidden-edges: [{from: a, to: b, reason: layers}]\n"
      "  replace: {versions-only: true}\n");
  CHECK(settings_used(settings, FailOn::kOpen).sets ==
        std::vector<std::string>{
            "rules: 2 rules", "ignore: 1 silence",
            "policy: 2 bans, 2 limits, 1 forbidden edge, 1 rule for "
            "replacements"});
  CHECK(settings_used(settings, FailOn::kNone).sets.empty());
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
