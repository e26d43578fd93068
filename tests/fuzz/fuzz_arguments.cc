// Any lines as the arguments of modgraph: something to run, or one error about
// the use of it, the same each time. Nothing is run. Lines such as
// "MODGRAPH_TOP=3" become variables.

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/terminal/diagnostics.h"
#include "engine/base/printable.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

// What an error may say besides the words that it is about, which grow where
// they are made printable.
constexpr std::size_t kLongestSentence = 1'000;
constexpr std::size_t kGrowth = 12;

struct Line {
  std::vector<std::string> arguments;
  std::vector<std::string> variables;  // names
};

// A zero byte ends an argument, as it does for the system.
Line line_of_words(std::string_view bytes) {
  Line out;
  while (!bytes.empty()) {
    const std::size_t end = std::min(
        bytes.find_first_of(std::string_view("\n\0", 2)), bytes.size());
    std::string word(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::size_t equals = word.find('=');
    if (!word.starts_with("MODGRAPH_") || equals == std::string::npos) {
      out.arguments.push_back(std::move(word));
      continue;
    }
    out.variables.push_back(word.substr(0, equals));
    setenv(out.variables.back().c_str(), word.c_str() + equals + 1, 1);
  }
  return out;
}

// Lines, none of which controls a terminal.
bool is_printable_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (printable(text.substr(0, end)) != text.substr(0, end)) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

void check_use_error(const Errors& errors, std::size_t size) {
  must(errors.size() == 1);
  const Error& error = errors.front();
  must(error.kind == ErrorKind::kUsage);
  must(!error.message.empty());
  const std::string shown = format_error(error, false);
  must(is_printable_lines(shown) && shown.ends_with('\n'));
  must(shown.size() <= kLongestSentence + kGrowth * size);
}

bool same(const Result<CommandLine>& a, const Result<CommandLine>& b) {
  if (!a || !b)
    return !a && !b && a.error().front().message == b.error().front().message &&
           a.error().front().hint == b.error().front().hint;
  const GlobalOptions& x = a->global;
  const GlobalOptions& y = b->global;
  return x.directory == y.directory && x.config == y.config &&
         x.colour == y.colour && x.jobs == y.jobs && x.timeout == y.timeout &&
         x.max_memory == y.max_memory && x.quiet == y.quiet &&
         x.verbosity == y.verbosity;
}

void check_help() {
  must(is_printable_lines(short_help()));
  for (const Command* command : commands())
    must(is_printable_lines(help_of(*command)));
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  static const bool kHelpHolds = (check_help(), true);
  must(kHelpHolds);
  const Line line = line_of_words(bytes);
  const auto read = read_command_line(line.arguments);
  must(same(read, read_command_line(line.arguments)));
  for (const std::string& name : line.variables) unsetenv(name.c_str());
  if (read)
    must(static_cast<bool>(read->run));
  else
    check_use_error(read.error(), bytes.size());
}

}  // namespace modgraph
