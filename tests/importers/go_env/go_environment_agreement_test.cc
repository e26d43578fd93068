// The go command itself, asked for its settings in random environments.

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "importers/go_env/go_environment.h"
#include "importers/go_env/go_variables.h"
#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

constexpr int kEnvironments = 300;

using Texts = std::map<std::string, std::string>;

// Words that a setting may have; D stands for the folder of the test.
const std::map<std::string, std::vector<std::string>> kWords = {
    {"GOMODCACHE", {"", "D/c1", "D/c2//x/", "rel/c", "/"}},
    {"GOPATH", {"", "D/p1", "D/p1:D/p2", ":D/p2", "D/p1:", "rel", "~/go"}},
    {"GOWORK", {"", "off", "auto", "D/x/go.work", "rel/go.work"}},
    {"GOPROXY",
     {"", "off", "direct", "file://D/m%20m,off", "https://a.example.com"}},
    {"GOFLAGS",
     {"", "-mod=mod", "--mod=readonly -v", "'-mod=mod'", "mod", "'-x",
      "-mod mod", "-mod"}},
    {"GO111MODULE", {"", "on", "auto", "off", "yes"}},
};

class World {
 public:
  explicit World(unsigned seed) : random_(seed) {
    home_ = at("h");
    folder_.write("m/go.mod", "module example.com/m\n");
  }

  // Variables of one process, after writing its settings files.
  Texts draw() {
    Texts out{{"GOTOOLCHAIN", "local"}, {"PATH", std::getenv("PATH")}};
    for (const auto& [name, words] : kWords)
      if (chance(3)) out[name] = word(name);
    if (!chance(8)) out["HOME"] = home_;
    if (chance(4)) out["XDG_CONFIG_HOME"] = chance(3) ? "rel" : at("xdg");
    if (chance(3)) out["GOENV"] = chance(3) ? "off" : at("goenv");
    for (const char* file : {"h/.config/go/env", "xdg/go/env", "goenv"})
      write_settings(folder_.file(file));
    return out;
  }

  std::string module_folder() const { return at("m"); }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }

  std::string word(const std::string& name) {
    const auto& words = kWords.at(name);
    return replaced(words[random_() % words.size()], "D/",
                    folder_.path() + "/");
  }

  void write_settings(const std::string& file) {
    std::ofstream out(file);
    out << "# settings\n";
    for (int i = 0; i < 3; ++i) {
      auto name = kWords.begin();
      std::advance(name, random_() % kWords.size());
      if (chance(6)) out << ' ';
      out << name->first << (chance(6) ? " " : "") << '=' << word(name->first)
          << (chance(6) ? "\r\n" : "\n");
    }
  }

  std::string at(const std::string& name) const {
    return folder_.path() + "/" + name;
  }

  TemporaryFolder folder_;
  std::mt19937 random_;
  std::string home_;
};

ProcessResult go(std::vector<std::string> words, const Texts& variables,
                 const std::string& folder) {
  ProcessOptions options;
  options.directory = folder;
  options.only_these = true;
  for (const auto& [name, value] : variables)
    options.environment.push_back(name + "=" + value);
  words.insert(words.begin(), "go");
  return run(words, options);
}

Result<GoEnvironment> ours(const Texts& variables) {
  GoEnvironmentOptions options;
  for (const char* name :
       {"GOMODCACHE", "GOPATH", "GOWORK", "GOPROXY", "GOFLAGS", "GO111MODULE",
        "GOENV", "HOME", "XDG_CONFIG_HOME", "GOROOT", "PATH"})
    options.instead[name] = "";
  for (const auto& [name, value] : variables) options.instead[name] = value;
  return go_environment(options);
}

TEST_CASE("random environments mean what the go command makes of them") {
  if (!go_root()) return skip("environments", "there is no go command");
  World world(7);
  std::size_t refused = 0;
  for (int i = 0; i < kEnvironments; ++i) {
    const Texts variables = world.draw();
    const auto listed = go({"list", "-m"}, variables, world.module_folder());
    const auto printed = go({"env", "-json", "GOMODCACHE", "GOWORK", "GOPROXY",
                             "GOROOT", "GOFLAGS"},
                            variables, world.module_folder());
    const auto environment = ours(variables);
    std::string described;
    for (const auto& [name, value] : variables)
      described += name + "=" + value + "\n";
    INFO(described << printed.out << listed.err);
    if (!environment) {
      ++refused;
      const std::string& message = environment.error().front().message;
      INFO(message);
      // Only needing the cache makes Go look at GOMODCACHE.
      const bool late = message.starts_with("GOMODCACHE entry");
      CHECK((late || listed.exit_code != 0));
      continue;
    }
    REQUIRE(printed.exit_code == 0);
    // GOWORK names a file that is not there.
    const bool no_workspace = listed.err.find("go.work") != std::string::npos ||
                              listed.err.find("workspace") != std::string::npos;
    CHECK((listed.exit_code == 0 || no_workspace));
    const auto json = nlohmann::json::parse(printed.out);
    CHECK(environment->module_cache == json["GOMODCACHE"]);
    CHECK(environment->root == json["GOROOT"]);
    CHECK(environment->proxies ==
          proxy_folders(json["GOPROXY"].get<std::string>()));
    const std::string& work = environment->work;
    CHECK((work == "auto" ? "" : work) == json["GOWORK"]);
    const std::string flags = json["GOFLAGS"];
    CHECK((environment->mod.empty()
               ? flags.find("-mod=") == flags.npos
               : flags.find("-mod=" + environment->mod) != flags.npos));
  }
  CHECK(refused > 0);
  report("environments", kEnvironments, "compared with `go env`");
}

}  // namespace
}  // namespace modgraph::test
