#include "importers/module_folder/config.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string errors_of(std::string_view text) {
  const auto config = parse_config("c", text);
  if (config) return "no error";
  std::string out;
  for (const Error& e : config.error()) {
    out += (out.empty() ? "" : "; ") + std::to_string(e.where.line) + ":" +
           std::to_string(e.where.column) + " " + e.message;
    if (!e.hint.empty()) out += " (" + e.hint + ")";
  }
  return out;
}

TEST_CASE("inputs and the level to fail on") {
  const auto c = parse_config("c",
                              "inputs:\n"
                              "  graph: graph.txt\n"
                              "  mod: [a/go.mod, b/go.mod]\n"
                              "  list: list.json\n"
                              "fail-on: warning\n");
  REQUIRE(c.has_value());
  CHECK(c->names_inputs());
  CHECK(c->graph.value == "graph.txt");
  CHECK(c->graph.where.line == 2);
  REQUIRE(c->mod.size() == 2);
  CHECK(c->mod[1].value == "b/go.mod");
  CHECK(c->list.value == "list.json");
  CHECK(c->fail_on.value == "warning");
}

TEST_CASE("an empty file sets nothing") {
  for (std::string_view text : {"", "# nothing\n", "---\n", "inputs: {}\n"}) {
    const auto c = parse_config("c", text);
    REQUIRE(c.has_value());
    CHECK_FALSE(c->names_inputs());
  }
}

TEST_CASE("unknown settings get their line and the nearest known one") {
  CHECK(errors_of("input:\n  graph: x\n") ==
        "1:1 unknown setting 'input' (did you mean 'inputs'?)");
  CHECK(errors_of("inputs:\n  zzzzzzzz: x\n") ==
        "2:3 unknown setting 'zzzzzzzz' (known here: graph, mod, list)");
}

TEST_CASE("all errors of a file are reported") {
  CHECK(errors_of("inputs:\n  grap: x\n  mod: {}\nfail-on: never\n") ==
        "2:3 unknown setting 'grap' (did you mean 'graph'?); "
        "3:8 a single value is expected here; "
        "4:10 'never' is not a level (levels are error, warning, note and "
        "none)");
}

TEST_CASE("what is set twice, or is of another shape, is an error") {
  CHECK(errors_of("fail-on: note\nfail-on: error\n") ==
        "2:1 'fail-on' is set twice");
  CHECK(errors_of("- a\n- b\n") ==
        "1:1 a mapping of settings is expected here (write `key: value`)");
  CHECK(errors_of("inputs: graph.txt\n") ==
        "1:9 a mapping of settings is expected here (write `key: value`)");
  CHECK(errors_of("inputs:\n  graph: [a]\n") ==
        "2:10 a single value is expected here");
}

TEST_CASE("broken YAML is an error with a place, at any depth") {
  CHECK(errors_of("inputs: [\n").starts_with("2:1 "));
  CHECK(errors_of("a: b: c\n").starts_with("1:"));
  CHECK(errors_of(std::string(20000, '[')) != "no error");
  CHECK(errors_of("\"\\xZZ\"") != "no error");
}

TEST_CASE("every prefix is settings or errors, never an exception") {
  const std::string text =
      "inputs:\n  graph: \"graph.txt\"\n  mod: [a, b]\nfail-on: note\n";
  for (std::size_t length = 0; length <= text.size(); ++length)
    CHECK_NOTHROW(errors_of(text.substr(0, length)));
}

}  // namespace
}  // namespace modgraph
