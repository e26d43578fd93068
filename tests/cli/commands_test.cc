// The table of commands: a mistake in it is found here, not by a user.

#include "cli/commands.h"

#include <set>

#include "cli/command_line.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Words of an example between blanks; single quotes keep blanks together.
std::vector<std::string> quoted_words(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '\'')
      quoted = !quoted;
    else if (c == ' ' && !quoted)
      out.push_back(std::exchange(word, {}));
    else
      word += c;
  }
  out.push_back(word);
  std::erase(out, "");
  return out;
}

// The command lines of the examples, from "modgraph" on.
std::vector<std::string> examples_of(const Command& command) {
  std::vector<std::string> out;
  std::string_view text = command.examples;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t at = line.find("modgraph ");
    if (!line.starts_with("   ") && at != std::string_view::npos)
      out.emplace_back(line.substr(at + 9, line.find(" >") - at - 9));
  }
  return out;
}

TEST_CASE("no two commands have one name") {
  std::set<std::string_view> names;
  for (const Command* command : commands()) {
    CHECK(names.insert(command->name).second);
    CHECK(find_command(command->name) == command);
  }
  CHECK(find_command("nothing") == nullptr);
}

TEST_CASE("no two documents have one name") {
  std::set<std::string_view> names;
  for (const Command* command : commands())
    if (command->document != nullptr)
      CHECK(names.insert(command->document->name).second);
}

TEST_CASE("no option of a command has the name of another one") {
  for (const Command* command : commands()) {
    Flags flags;
    const RunCommand keeps_options = command->declare(flags);
    std::set<std::string> names;
    for (const Flags::Option& option : flags.options()) {
      INFO(command->name << " " << option.names);
      CHECK(names.insert(option.names).second);
    }
  }
}

TEST_CASE("every command says what it does, and shows it") {
  for (const Command* command : commands()) {
    INFO(command->name);
    CHECK_FALSE(command->summary.empty());
    CHECK_FALSE(command->summary.ends_with("."));
    CHECK_FALSE(examples_of(*command).empty());
    CHECK(short_help().find(std::string(command->summary)) !=
          std::string::npos);
  }
}

TEST_CASE("every example parses") {
  for (const Command* command : commands())
    for (const std::string& example : examples_of(*command)) {
      INFO("modgraph " << example);
      const auto line = read_command_line(quoted_words(example));
      if (!line) FAIL_CHECK(line.error().front().message);
    }
}

TEST_CASE("help of a command has its options and those of all commands") {
  for (const Command* command : commands()) {
    const std::string help = help_of(*command);
    INFO(help);
    CHECK(help.find("--no-config") != std::string::npos);
    CHECK(help.find("-v, --verbose") != std::string::npos);
    CHECK(help.find("TEXT REQUIRED") == std::string::npos);
    CHECK(help.find("\n\n\n") == std::string::npos);
  }
}

}  // namespace
}  // namespace modgraph
