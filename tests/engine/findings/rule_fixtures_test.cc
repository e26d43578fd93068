// Each rule has an input that it must find something in, and one that is nearly
// the same in which it must not. Those of the first families are rows here;
// the others are test cases named after their rule, beside this file.

#include <array>

#include "engine/findings/run_rules.h"
#include "importers/go_mod/go_mod.h"
#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/graph_text.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A recorded graph in the words of tests/support/graph_text.h, and a go.mod,
// where ';' ends a line. Empty: not given.
struct Input {
  std::string_view graph;
  std::string_view go_mod = {};
  std::string_view listed = {};  // "B v1.0.0": what `go list` says
  bool ends_inside_line = false;
};

struct Fixture {
  std::string_view rule;
  Input trigger;
  Input near_miss;
};

const std::array kFixtures = {
    Fixture{"MG1001", {"A: B1 | B1: C1 | C1: B1"}, {"A: B2 | B2: C1 | C1: B1"}},
    Fixture{"MG1002", {"A: B2 | B2: C1 | C1: B1"}, {"A: B2 C1 | B2: C1"}},
    Fixture{"MG1003",
            {"A: B2 C2 | B2: C1 | C1: B1"},
            {"A: B2 C2 | B2: C1 | C1: D1"}},
    Fixture{"MG2001", {"A: B2 C1 | C1: B1"}, {"A: B2 C1 | C1: B2"}},
    Fixture{"MG2002",
            {"A: B1 C1 | C1: B2", "module A;require B v1.0.0;require C v1.0.0"},
            {"A: B2 C1 | C1: B1",
             "module A;require B v2.0.0+incompatible;"
             "require C v1.0.0"}},
    Fixture{"MG8001",
            {"A: B1", "module A;require B v1.0.0;require C v1.0.0"},
            {"A: B1 C1", "module A;require B v1.0.0;require C v1.0.0"}},
    Fixture{"MG8002", {"A: B1", "", "B v1.5.0"}, {"A: B1", "", "B v1.0.0"}},
    Fixture{"MG8003",
            {"A: B1", "module Z;require B v1.0.0"},
            {"A: B1", "module A;require B v1.0.0"}},
    Fixture{"MG8004", {"A: B1", "", "", true}, {"A: B1"}},
    Fixture{"MG8005",
            {"A: B1 C1", "module A;require B v1.0.0"},
            {"A: B1", "module A;require B v1.0.0"}},
};

Project fixture_project(const Input& input) {
  Project out;
  out.graph = test::module_graph(input.graph);
  out.graph_file = "graph.txt";
  out.graph_ends_inside_line = input.ends_inside_line;
  if (!input.go_mod.empty()) {
    std::string text(input.go_mod);
    for (char& c : text)
      if (c == ';') c = '\n';
    out.manifests.push_back(parse_main_go_mod("go.mod", text + "\n").value());
  }
  if (!input.listed.empty()) {
    ModuleInfo main;
    main.path = "A";
    main.main = true;
    out.module_info.push_back(std::move(main));
    ModuleInfo row;
    row.path = input.listed.substr(0, input.listed.find(' '));
    row.version = input.listed.substr(input.listed.find(' ') + 1);
    out.module_info.push_back(std::move(row));
    out.module_info_file = "list.json";
  }
  return out;
}

bool finds(const Input& input, std::string_view rule) {
  const Project project = fixture_project(input);
  // Also the rules that are off unless somebody names them.
  const RuleSettings wanted{.warn = {std::string(rule)}};
  for (const Finding& f : run_rules(project, analyse(project), wanted))
    if (f.rule->code == rule) return true;
  return false;
}

TEST_CASE("a rule finds its trigger and not the near miss") {
  for (const Fixture& f : kFixtures) {
    CAPTURE(f.rule);
    CHECK(finds(f.trigger, f.rule));
    CHECK_FALSE(finds(f.near_miss, f.rule));
  }
}

TEST_CASE("every rule has a trigger and a near miss") {
  std::string tests;
  for (const std::string& file : test::test_files("engine/findings"))
    if (file.ends_with(".cc"))
      tests += test::test_data("engine/findings/" + file);
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    bool has = tests.find("TEST_CASE(\"" + std::string(rule.code)) !=
               std::string::npos;
    for (const Fixture& f : kFixtures) has = has || f.rule == rule.code;
    CHECK(has);
  }
}

}  // namespace
}  // namespace modgraph
