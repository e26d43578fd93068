#include "cli/flags/flags.h"

#include <cstdlib>

#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Values {
  std::string text = "-";
  std::vector<std::string> many;
  std::uint64_t number = 7;
  std::string choice = "-";
  bool is_on = false;
  int times = 0;
  std::vector<std::string> words;
  std::vector<std::string> in_order;
};

void declare(Flags& flags, Values& v) {
  flags.words("[WORD...]", "Words", v.words);
  flags.text("-t,--text", "TEXT", v.text, "A text");
  flags.texts("--many", "TEXT", v.many, "Texts");
  flags.number("--number", "N", v.number, {1, 20}, "A number");
  flags.choice("--choice", "HOW", v.choice, {"left", "right"}, "A choice");
  flags.flag("--on", v.is_on, "A switch");
  flags.counter("-v,--verbose", v.times, "A counter");
  for (const char* name : {"--add", "--drop"})
    flags.each(
        name, "X",
        [&v, name](const std::string& value) -> Result<void> {
          v.in_order.push_back(std::string(name) + " " + value);
          return {};
        },
        "An edit");
}

// What is read, or the error and its hint.
std::string read_flags(const std::vector<std::string>& arguments, Values& v) {
  Flags flags;
  declare(flags, v);
  const auto read = flags.parse(arguments);
  if (read) return "";
  const Error& error = read.error().front();
  CHECK(error.kind == ErrorKind::kUsage);
  return error.message + (error.hint.empty() ? "" : " | " + error.hint);
}

std::string wrong(const std::vector<std::string>& arguments) {
  Values v;
  return read_flags(arguments, v);
}

TEST_CASE("options fill what they were declared with") {
  Values v;
  CHECK(read_flags({"-t", "a", "--many=b", "--many", "c", "--number", "20",
                    "--choice", "left", "--on", "-vv", "w", "-", "x"},
                   v) == "");
  CHECK(v.text == "a");
  CHECK(v.many == std::vector<std::string>{"b", "c"});
  CHECK(v.number == 20);
  CHECK(v.choice == "left");
  CHECK(v.is_on);
  CHECK(v.times == 2);
  CHECK(v.words == std::vector<std::string>{"w", "-", "x"});
}

TEST_CASE("what is not given stays as it was") {
  Values v;
  CHECK(read_flags({}, v) == "");
  CHECK(v.text == "-");
  CHECK(v.number == 7);
  CHECK_FALSE(v.is_on);
}

TEST_CASE("values of several options are taken in the order of the line") {
  Values v;
  CHECK(read_flags({"--drop", "a", "--add", "b", "--drop", "c"}, v) == "");
  CHECK(v.in_order ==
        std::vector<std::string>{"--drop a", "--add b", "--drop c"});
}

TEST_CASE("a wrong value names the option, the range and the nearest choice") {
  CHECK(wrong({"--number", "21"}) ==
        "--number: '21' is not a whole number from 1 to 20");
  CHECK(wrong({"--number", "-3"}) ==
        "--number: '-3' is not a whole number from 1 to 20");
  CHECK(wrong({"--number", "1x"}) ==
        "--number: '1x' is not a whole number from 1 to 20");
  CHECK(wrong({"--choice", "rihgt"}) ==
        "--choice: 'rihgt' is not left or right | did you mean 'right'?");
  CHECK(wrong({"--text", ""}) == "--text: the value is empty");
  CHECK(wrong({"--text"}) == "--text needs a value | write --text TEXT");
  CHECK(wrong({"-t", "a", "--text", "b"}) ==
        "--text is given twice | give it once");
}

TEST_CASE("an unknown option names the nearest, without library text") {
  CHECK(wrong({"--nubmer", "1"}) ==
        "unknown option '--nubmer' | did you mean '--number'?");
  CHECK(wrong({"-x"}) == "unknown option '-x' | --help shows the options");
}

TEST_CASE("variables stand in for options that are not given") {
  Values v;
  setenv("MODGRAPH_NUMBER", "12", 1);
  setenv("MODGRAPH_ON", "true", 1);
  CHECK(read_flags({}, v) == "");
  CHECK(v.number == 12);
  CHECK(v.is_on);
  CHECK(read_flags({"--number", "3"}, v) == "");
  CHECK(v.number == 3);
  setenv("MODGRAPH_NUMBER", "0", 1);
  CHECK(wrong({}) == "MODGRAPH_NUMBER: '0' is not a whole number from 1 to 20");
  unsetenv("MODGRAPH_NUMBER");
  setenv("MODGRAPH_ON", "perhaps", 1);
  CHECK(wrong({}) == "MODGRAPH_ON: 'perhaps' is not 1 or 0");
  unsetenv("MODGRAPH_ON");
}

TEST_CASE("help lists each option once, with its value") {
  Flags flags;
  Values v;
  declare(flags, v);
  const std::string help = flags.help();
  CHECK(help.find("  -t, --text TEXT") != std::string::npos);
  CHECK(help.find("      --number N") != std::string::npos);
  CHECK(help.find("  [WORD...]") != std::string::npos);
  for (const Flags::Option& option : flags.options())
    CHECK_FALSE(option.help.ends_with("."));
}

}  // namespace
}  // namespace modgraph
