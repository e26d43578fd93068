// The vendor folders of real modules: consistent as `go mod vendor` left them,
// and every damage to modules.txt is found.

#include <sstream>

#include "engine/resolve/vendor_consistency.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_folder/vendor_modules.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

class Vendored {
 public:
  explicit Vendored(const std::string& go_mod) {
    mains_.folder = "/m";
    mains_.modules.push_back(
        {parse_main_go_mod("go.mod", go_mod).value(), "/m"});
  }

  std::size_t faults(const std::vector<std::string>& lines) const {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    const Replacements replacements(mains_);
    return vendor_inconsistencies(mains_, replacements,
                                  parse_vendor_modules(text))
        .size();
  }

 private:
  MainModules mains_;
};

// Each damage to one line of the file that the go command would refuse.
std::size_t check_damages(const Vendored& project,
                          const std::vector<std::string>& lines) {
  std::size_t compared = 0;
  const auto found = [&](const std::vector<std::string>& damaged) {
    CHECK(project.faults(damaged) > 0);
    ++compared;
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool is_explicit =
        lines[i].starts_with("# ") && lines[i + 1].starts_with("## explicit");
    if (!is_explicit) continue;
    INFO(lines[i]);
    auto removed = lines;
    removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(i));
    found(removed);
    auto unmarked = lines;
    unmarked.erase(unmarked.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    found(unmarked);
    auto other_version = lines;
    other_version[i] += "-changed";
    found(other_version);
    auto other_module = lines;
    other_module[i].insert(2, "x");
    found(other_module);
    auto replaced = lines;
    replaced[i] += " => example.com/fork v1.0.0";
    found(replaced);
    found({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i)});
  }
  auto unknown = lines;
  unknown.insert(unknown.end(),
                 {"# example.com/unknown v1.0.0", "## explicit; go 1.20",
                  "example.com/unknown"});
  found(unknown);
  return compared;
}

TEST_CASE("damaged vendor folders of real modules") {
  const auto corpus = test::corpus();
  if (!corpus)
    return test::skip("damaged vendor folders", "MODGRAPH_CORPUS is not set");
  std::size_t compared = 0;
  for (const char* name : {"nats", "opa"}) {
    const std::string folder = *corpus + "/real/" + name;
    const Vendored project(test::read_file(folder + "/go.mod"));
    const auto lines = lines_of(test::read_file(folder + "/modules.txt"));
    REQUIRE(lines.size() > 20);
    CHECK(project.faults(lines) == 0);
    compared += 1 + check_damages(project, lines);
  }
  test::report("damaged vendor folders", compared, "files");
}

}  // namespace
}  // namespace modgraph
