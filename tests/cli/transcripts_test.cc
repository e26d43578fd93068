// Transcripts: what a user types and reads. Each file in transcripts/ is a list
// of commands, each followed by what it prints ("2> " marks standard error) and
// by its exit status in brackets where it is not 0. Run in tests/cli/data.
// "% " begins a comment. A line of the program's own that looks like one of
// these has a backslash before it.
// MODGRAPH_UPDATE_GOLDEN=1 writes what the program says now.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/environment.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(MODGRAPH_SOURCE_DIR) / "tests/cli";

// Words between blanks; single quotes keep blanks together.
std::vector<std::string> command_words(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  bool started = false;
  for (const char c : line) {
    if (c == '\'') {
      quoted = !quoted;
      started = true;
    } else if (c == ' ' && !quoted) {
      if (started) out.push_back(std::exchange(word, {}));
      started = false;
    } else {
      word += c;
      started = true;
    }
  }
  if (started) out.push_back(word);
  return out;
}

// What the program printed, told apart from what this file says.
std::string told_apart(std::string_view printed) {
  std::string out;
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find('\n'), printed.size() - 1);
    const std::string_view line = printed.substr(0, end + 1);
    for (const std::string_view mark : {"$ ", "% ", "2> ", "[", "\\"})
      if (line.starts_with(mark)) {
        out += '\\';
        break;
      }
    out += line;
    printed.remove_prefix(end + 1);
  }
  return out;
}

// "$ modgraph ARGS < FILE", with variables in front: "$ NAME=value modgraph".
std::string transcribe(const std::string& command) {
  std::vector<std::string> words = command_words(command);
  test::ProcessOptions options;
  options.directory = (kFolder / "data").string();
  options.environment = {
      "NO_COLOR=1",
      "GOENV=off",
      "GOFLAGS=",
      "GOWORK=",
      "GOPROXY=off",
      "GO111MODULE=",
      "GOPRIVATE=",
      "GONOPROXY=",
      "GOMODCACHE=" + (kFolder / "data/resolve/modcache").string()};
  while (!words.empty() && words[0] != "modgraph") {
    // Of a repeated variable the first counts.
    options.environment.insert(options.environment.begin(), words[0]);
    words.erase(words.begin());
  }
  const auto from = std::find(words.begin(), words.end(), "<");
  if (from != words.end()) {
    options.input = test::read_file(kFolder / "data" / *(from + 1));
    words.erase(from, words.end());
  }
  REQUIRE(!words.empty());
  words[0] = MODGRAPH_BINARY;
  const test::ProcessResult result = test::run(words, options);

  std::string out = "$ " + command + "\n" + told_apart(result.out);
  if (!result.out.empty() && result.out.back() != '\n')
    out += "\\ no newline\n";
  std::istringstream errors(result.err);
  for (std::string line; std::getline(errors, line);)
    out += "2> " + line + "\n";
  if (result.exit_code != 0)
    out += "[" + std::to_string(result.exit_code) + "]\n";
  return out;
}

TEST_CASE("transcripts") {
  const bool update = std::getenv("MODGRAPH_UPDATE_GOLDEN") != nullptr;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kFolder / "transcripts"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  for (const fs::path& file : files) {
    const std::string expected = test::read_file(file);
    std::string actual;
    std::istringstream lines(expected);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("$ ")) actual += transcribe(line.substr(2));
      if (line.starts_with("% ")) actual += line + "\n";
    }
    INFO(file.filename().string());
    if (update && actual != expected)
      std::ofstream(file, std::ios::binary) << actual;
    else
      CHECK(actual == expected);
  }
}

}  // namespace
}  // namespace modgraph
