#include "importers/timings/action_graph.h"

#include "tests/support/go_module.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string errors_text(const Errors& errors) {
  std::string out;
  for (const Error& e : errors)
    out += std::to_string(e.where.line) + ":" + std::to_string(e.where.column) +
           (e.kind == ErrorKind::kLimit ? " (limit) " : " ") + e.message;
  return out;
}

// "0 go build [1 2] | 1 build a/b 3+500 | missing 9 for build a/b on line 1":
// start and duration are in milliseconds.
std::string read_actions(std::string_view text) {
  const auto timings = parse_action_graph("actions.json", text);
  if (!timings) return errors_text(timings.error());
  std::string out;
  for (const BuildAction& a : timings->actions) {
    out += (out.empty() ? "" : " | ") + std::to_string(a.id) + " " + a.mode;
    if (!a.package.empty()) out += " " + a.package;
    if (a.duration > 0)
      out += " " + std::to_string(a.start / 1'000'000) + "+" +
             std::to_string(a.duration / 1'000'000);
    for (const std::uint32_t need : a.needs)
      out += " >" + std::to_string(timings->actions[need].id);
  }
  for (const MissingAction& m : timings->missing)
    out += " | missing " + std::to_string(m.id) + " for " + m.needed_by +
           " on line " + std::to_string(m.line);
  return out;
}

// An action of ID i that runs from second `from` to `to`.
std::string action(const std::string& id, const std::string& from,
                   const std::string& to, const std::string& deps = "[]") {
  return "{\"ID\": " + id + ", \"Mode\": \"build\", \"Package\": \"p" + id +
         "\", \"Deps\": " + deps +
         ", \"TimeStart\": \"2024-02-29T12:00:" + from +
         "Z\", \"TimeDone\": \"2024-02-29T12:00:" + to + "Z\"}";
}

TEST_CASE("actions, when they ran and what they need") {
  CHECK(read_actions("[" + action("0", "02.5", "03", "[7]") + ",\n" +
                     action("7", "01", "02.25", "null") + "]") ==
        "0 build p0 1500+500 >7 | 7 build p7 0+1250");
  CHECK(read_actions(R"([{"ID": 1}])") == "1 ");
}

TEST_CASE("fields that say nothing here may be anything") {
  CHECK(read_actions(
            R"([{"ID": 1, "Mode": "link", "Cmd": ["a", {"b": [null, -1.5]}],
                  "NeedBuild": true, "CmdReal": 5, "TimeReady": 7}])") ==
        "1 link");
}

TEST_CASE("an action that did not run takes no time") {
  CHECK(read_actions(R"([{"ID": 1, "Mode": "build",
                  "TimeStart": "0001-01-01T00:00:00Z",
                  "TimeDone": "0001-01-01T00:00:00Z"}])") == "1 build");
}

TEST_CASE("times of other zones") {
  CHECK(read_actions(R"([{"ID": 1, "TimeStart": "2024-02-29T23:30:00+02:00",
                  "TimeDone": "2024-02-29T21:30:01.5Z"}])") == "1  0+1500");
}

TEST_CASE("a need that is not there is told, not refused") {
  CHECK(read_actions("[\n" + action("1", "01", "02", "[9, 9, 1000000000000]") +
                     "]") ==
        "1 build p1 0+1000 | missing 9 for build p1 on line 2 | missing 9 for "
        "build p1 on line 2 | missing 1000000000000 for build p1 on line 2");
}

TEST_CASE("what is no list of actions") {
  CHECK(read_actions("") == "1:1 '[' is expected here, where the list begins");
  CHECK(read_actions("[]") == "1:1 there is no action in this list");
  CHECK(read_actions("{\"ID\": 1}") == "1:1 this is one object, not a list");
  CHECK(read_actions("null") == "1:1 this is null, not a list of actions");
  CHECK(read_actions("[1]") ==
        "1:2 this is a number, where an action, an object, is expected");
  CHECK(read_actions("[{\"ID\": 1}] x") ==
        "1:13 there is text after the end of the list");
  CHECK(read_actions("[\n{\"ID\": 1},\n{\"ID\"") ==
        "3:6 the text ends inside the list");
}

TEST_CASE("fields of the wrong type") {
  CHECK(read_actions("[{\"ID\": \"x\"}]") ==
        "1:9 'ID' is a string, where a number is expected");
  CHECK(read_actions("[{\"ID\": -1}]") ==
        "1:9 'ID' is not a natural number, where a number is expected");
  CHECK(read_actions("[{\"ID\": 1, \"Deps\": [true]}]") ==
        "1:21 an element of 'Deps' is true, where an ID is expected");
  CHECK(read_actions("[{\"ID\": 1, \"Deps\": 3}]") ==
        "1:20 'Deps' is a number, where a list of numbers is expected");
  CHECK(read_actions("[{\"ID\": 1, \"Mode\": null}]") ==
        "1:20 'Mode' is null, where a string is expected");
  CHECK(read_actions("[{\"ID\": 1, \"TimeDone\": \"today\"}]") ==
        "1:24 'TimeDone' is 'today', which is not a time like "
        "2006-01-02T15:04:05Z");
}

TEST_CASE("actions that cannot be") {
  CHECK(read_actions("[{\"Mode\": \"build\"}]") == "1:2 this action has no ID");
  CHECK(read_actions("[{\"ID\": 1},\n {\"ID\": 1}]") ==
        "2:2 another action has the ID 1 as well");
  CHECK(read_actions("[" + action("1", "05", "04") + "]") ==
        "1:2 this action ends before it starts: was the clock set while it "
        "ran?");
  CHECK(read_actions(R"([{"ID": 1, "TimeStart": "1999-01-01T00:00:00Z",
                  "TimeDone": "2024-01-01T00:00:00Z"}])") ==
        "1:2 the times of this build are years apart");
}

TEST_CASE("actions that need each other in a circle") {
  CHECK(read_actions("[{\"ID\": 1, \"Deps\": [1]}]") ==
        "1:2 action 1 depends on itself");
  // 5 leads into the circle without being part of it, 8 out of it.
  CHECK(read_actions(
            "[{\"ID\": 5, \"Deps\": [6]},\n{\"ID\": 6, \"Deps\": [7, 8]},\n"
            "{\"ID\": 7, \"Deps\": [6]},\n{\"ID\": 8}]")
            .ends_with("depends on itself"));
  CHECK(read_actions("[{\"ID\": 8},\n{\"ID\": 6, \"Deps\": [7, 8]},\n"
                     "{\"ID\": 7, \"Deps\": [6]}]") ==
        "2:1 action 6 depends on itself");
}

TEST_CASE("nesting has a limit, and costs no stack below it") {
  const auto nested = [](std::size_t depth) {
    return "[{\"ID\": 1, \"Cmd\": " + std::string(depth, '[') +
           std::string(depth, ']') + "}]";
  };
  CHECK(read_actions(nested(60)) == "1 ");
  CHECK(read_actions(nested(1'000'000))
            .ends_with("(limit) objects and lists are nested more than 64 "
                       "deep"));
}

TEST_CASE("an action graph cut anywhere is an error with a place") {
  const std::string whole = "[" + action("0", "02", "03", "[1]") + ",\n" +
                            action("1", "01", "02") + "]";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto timings = parse_action_graph("f", whole.substr(0, size));
    CAPTURE(size);
    REQUIRE_FALSE(timings.has_value());
    CHECK(timings.error().front().where.line >= 1);
    CHECK_FALSE(timings.error().front().hint.empty());
  }
}

}  // namespace
}  // namespace modgraph
