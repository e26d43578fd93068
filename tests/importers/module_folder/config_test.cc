#include "importers/module_folder/config.h"

#include <ctime>

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string config_errors(std::string_view text) {
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
                              "  packages: packages.json\n"
                              "  timings: timings.json\n"
                              "fail-on: warning\n");
  REQUIRE(c.has_value());
  CHECK(c->graph.value == "graph.txt");
  CHECK(c->graph.where.line == 2);
  REQUIRE(c->mod.size() == 2);
  CHECK(c->mod[1].value == "b/go.mod");
  CHECK(c->list.value == "list.json");
  CHECK(c->packages.value == "packages.json");
  CHECK(c->timings.value == "timings.json");
  CHECK(c->fail_on.value == "warning");
}

TEST_CASE("an empty file sets nothing") {
  for (std::string_view text : {"", "# nothing\n", "---\n", "inputs: {}\n"}) {
    const auto c = parse_config("c", text);
    REQUIRE(c.has_value());
    CHECK(c->graph.value.empty());
    CHECK(c->mod.empty());
    CHECK(c->list.value.empty());
    CHECK(c->fail_on.value.empty());
  }
}

TEST_CASE("unknown settings get their line and the nearest known one") {
  CHECK(config_errors("input:\n  graph: x\n") ==
        "1:1 unknown setting 'input' (did you mean 'inputs'?)");
  CHECK(config_errors("inputs:\n  zzzzzzzz: x\n") ==
        "2:3 unknown setting 'zzzzzzzz' (known here: graph, mod, list, "
        "packages, timings)");
}

TEST_CASE("of many errors the first are listed, the others counted") {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  const auto c = parse_config("c", text);
  REQUIRE_FALSE(c.has_value());
  CHECK(c.error().size() == kMaxConfigErrors + 1);
  CHECK(c.error().back().message == "2980 more errors in the settings");
}

TEST_CASE("no error repeats a line of any length") {
  std::string text = "inputs: {";
  for (int i = 0; i < 6'000; ++i) text += "k" + std::to_string(i) + ": 1, ";
  const auto c = parse_config("c", text + "}");
  REQUIRE_FALSE(c.has_value());
  for (const Error& e : c.error()) CHECK(e.excerpt.empty());
  const auto value = parse_config("c", "fail-on: " + std::string(5'000, 'x'));
  REQUIRE_FALSE(value.has_value());
  CHECK(value.error().front().message.size() < 200);
}

TEST_CASE("a file is named once, and not more than a thousand") {
  CHECK(config_errors("inputs:\n  mod: [a, b, a]\n") ==
        "2:15 'a' is named twice (name it once)");
  std::string text = "inputs:\n  mod:\n";
  for (int i = 0; i < 1'001; ++i) text += "  - m" + std::to_string(i) + "\n";
  CHECK(config_errors(text) == "3:3 more than 1000 are named (name fewer)");
}

TEST_CASE("settings are short") {
  CHECK(config_errors(std::string(kMaxConfigBytes, '\n')) == "no error");
  CHECK(config_errors(std::string(kMaxConfigBytes + 1, '\n')) ==
        "0:0 the settings are larger than 65536 bytes (patterns say in a line "
        "what lists say in hundreds: golang.org/x/**)");
}

TEST_CASE("all errors of a file are reported") {
  CHECK(config_errors("inputs:\n  grap: x\n  mod: {}\nfail-on: never\n") ==
        "2:3 unknown setting 'grap' (did you mean 'graph'?); "
        "3:8 a single value is expected here (write `key: value`); "
        "4:10 'never' is not a level (levels are error, warning, note and "
        "none)");
}

TEST_CASE("what is set twice, or is of another shape, is an error") {
  CHECK(config_errors("fail-on: note\nfail-on: error\n") ==
        "2:1 'fail-on' is set twice (keep one of them)");
  CHECK(config_errors("- a\n- b\n") ==
        "1:1 a mapping of settings is expected here (write `key: value`)");
  CHECK(config_errors("inputs: graph.txt\n") ==
        "1:9 a mapping of settings is expected here (write `key: value`)");
  CHECK(config_errors("inputs:\n  graph: [a]\n") ==
        "2:10 a single value is expected here (write `key: value`)");
}

TEST_CASE("broken YAML is an error in words of ours, with a next step") {
  CHECK(config_errors("inputs:\n  mod: [a, b\n") ==
        "3:1 a '[' has no ']' (close the list, as in [a/go.mod, b/go.mod])");
  CHECK(config_errors("inputs: {graph: a\n") ==
        "2:1 a '{' has no '}' (close it, or write `key: value` on lines of "
        "their own)");
  CHECK(config_errors("inputs:\n  mod: a]\n  list: ]\n") ==
        "3:9 this closes no '[' or '{' (take it away, or put the value in "
        "'single quotes')");
  CHECK(config_errors("inputs:\n  graph: a: b\n") ==
        "2:11 a ':' is not expected here (put values with ': ' in 'single "
        "quotes'; indent the settings of one mapping equally)");
  CHECK(config_errors("inputs:\n\tgraph: a\n") ==
        "2:7 a tab indents this line (indent with spaces: YAML takes no tabs "
        "here)");
  CHECK(config_errors("inputs:\n    graph: a\n  list: b\n") ==
        "3:3 this is not indented like the lines above it (indent the settings "
        "of one mapping equally, with spaces)");
  CHECK(config_errors("inputs:\n  mod:\n    - a\n   - b\n") ==
        "4:4 this is not indented like the lines above it (indent the settings "
        "of one mapping equally, with spaces)");
  CHECK(config_errors("inputs:\n  graph: \"a\n") == "no error");
  CHECK(config_errors("inputs:\n  graph: 'a\n---\n") ==
        "3:1 a quoted value is not closed (write the quote again at the end of "
        "the value)");
  CHECK(config_errors("inputs:\n  graph: \"C:\\go.txt\"\n") ==
        "2:15 a backslash begins no escape that YAML has (write \\\\ for a "
        "backslash, or use 'single quotes')");
  CHECK(config_errors("inputs:\n  graph: \"C:\\xyz\"\n") ==
        "2:17 an escape has characters that are not hexadecimal digits (write "
        "\\\\ for a backslash, or use 'single quotes')");
  CHECK(config_errors("inputs:\n  graph: \"\\uD800\"\n") ==
        "2:17 an escape is not a Unicode character (write \\\\ for a "
        "backslash, or use 'single quotes')");
  CHECK(config_errors("inputs:\n  graph: - a\n") ==
        "2:10 a list cannot begin here (begin it on a line of its own, or "
        "write [a, b])");
  CHECK(config_errors("inputs:\n  graph: *.txt\n") ==
        "2:10 a value that begins with '*' refers to another one, and there is "
        "none of that name (put the value in 'single quotes')");
  CHECK(config_errors("inputs:\n  graph: *txt\n") ==
        "2:10 a value that begins with '*' refers to another one, and there is "
        "none of that name (put the value in 'single quotes')");
  CHECK(config_errors("inputs:\n  graph: @a\n") ==
        "2:10 a value cannot begin with this character (put the value in "
        "'single quotes')");
  CHECK(config_errors("inputs:\n  graph: !<a\n") ==
        "2:13 this is not YAML (put values with special characters in 'single "
        "quotes')");
  CHECK(config_errors("inputs: ? a\n") ==
        "1:9 a key is not expected here (write `key: value`, one setting on "
        "each line)");
  CHECK(config_errors("%YAML 3.0\n---\na: b\n") ==
        "1:1 this is not YAML (put values with special characters in 'single "
        "quotes')");
  CHECK(config_errors(std::string(20000, '[')) ==
        "1:1 this is not YAML (put values with special characters in 'single "
        "quotes')");
}

TEST_CASE("settings mean the same to every reader of YAML") {
  const std::string again =
      " (write the value again, or put it in 'single quotes' if it is a text)";
  CHECK(config_errors("fail-on: &level note\n") ==
        "1:10 '&' names a value to be repeated" + again);
  CHECK(config_errors("inputs: &all\n  graph: a\n").ends_with(again));
  CHECK(config_errors("inputs: {graph: &g a, list: *g}\n") ==
        "1:17 '&' names a value to be repeated" + again);
  CHECK(config_errors("fail-on: !!str note\n") ==
        "1:10 '!' gives a value a type (take it away)");
  CHECK(config_errors("inputs: !files {graph: a}\n") ==
        "1:9 '!' gives a value a type (take it away)");
  CHECK(config_errors("inputs:\n  <<: {graph: a}\n") ==
        "2:3 '<<' merges another mapping into this one (write its settings "
        "here again)");
  CHECK(config_errors("fail-on: note\n---\nfail-on: none\n") ==
        "2:1 a second document begins here (settings are one document: take "
        "away the line ---)");
}

TEST_CASE("settings are text") {
  for (const char c : {'\0', '\x01', '\x1b', '\x7f'})
    CHECK(config_errors("inputs:\n  graph: é" + std::string(1, c) + "\n") ==
          "2:11 this is a control character, and no text (take it away, or "
          "write \\x and its number in \"double quotes\")");
  CHECK(config_errors("inputs:\r\n  graph: a\t\r\n") == "no error");
}

// One text again and again, up to the most that settings may have.
std::string filled(const std::string& begin, std::string_view again,
                   std::string_view end = "") {
  std::string out = begin;
  while (out.size() + again.size() + end.size() <= kMaxConfigBytes)
    out += again;
  return out.append(end);
}

TEST_CASE("the largest hostile settings are read in time without recursion") {
  const auto start = std::clock();
  const std::string v = "version: 1\n";
  const std::string deep = std::string(300, '[') + std::string(300, ']') + ",";
  std::string steps;
  for (std::size_t i = 0; i < 350; ++i) steps += std::string(i, ' ') + "a:\n";
  for (const std::string& text :
       {filled(v + "ignore: [", "a,", "]"),
        filled(v + "ignore: [", "{},", "]"),
        filled(v + "ignore: [", deep, "]"),
        filled("", "["),
        filled("", "{"),
        filled("", "[]"),
        filled("", "- "),
        filled("", "? "),
        filled("", ": "),
        filled("", "a: {"),
        filled("{", "\"a\",", "}"),
        filled("{", "a "),
        filled("", "#"),
        filled("", "\n"),
        filled(v + "baseline: ", "x"),
        filled(v + "baseline: \"", "\\x41", "\""),
        filled(v + "baseline: |\n", "  x\n"),
        filled(v + "baseline: >\n", "  x\n\n"),
        filled(v + "policy:\n  banned:\n", "    - {module: a, reason: bad}\n"),
        filled("a: &a [", "*a,", "]"),
        steps})
    CHECK_FALSE(config_errors(text).empty());
  CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 10.0);
}

TEST_CASE("every prefix is settings or errors, never an exception") {
  const std::string text =
      "inputs:\n  graph: \"graph.txt\"\n  mod: [a, b]\nfail-on: note\n";
  for (std::size_t length = 0; length <= text.size(); ++length)
    CHECK_NOTHROW(config_errors(text.substr(0, length)));
}

}  // namespace
}  // namespace modgraph
