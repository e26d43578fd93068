#include "cli/command_line.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "cli/commands.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/base/printable.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxJobs = 1024;
constexpr std::uint64_t kMaxTimeout = 1'000'000;
constexpr std::uint64_t kMaxMemory = std::uint64_t{1} << 24;

constexpr std::string_view kExamples = R"(Examples:
  modgraph analyze
      the module or workspace in this folder, from its module cache
  go mod graph | modgraph analyze -
      findings about the graph on standard input
  modgraph why golang.org/x/net
      why is it in the build, and why at this version?
)";

struct GlobalWords {
  GlobalOptions options;
  std::string colour = "auto";
  bool help = false;
  bool version = false;
};

void add_global(Flags& flags, GlobalWords& global) {
  GlobalOptions& o = global.options;
  flags.group("Options of every command");
  flags.text("-C", "DIR", o.directory, "Change to DIR first");
  flags.text("--config", "FILE", o.config,
             "Read this file instead of the nearest .modgraph.yaml");
  flags.flag("--no-config", o.no_config, "Read no settings");
  flags.choice("--color", "WHEN", global.colour, {"auto", "always", "never"},
               "Colour: auto, always or never");
  flags.number("-j,--jobs", "N", o.jobs, {1, kMaxJobs},
               "Use at most N threads (default: all cores)");
  flags.number("--timeout", "SECONDS", o.timeout, {1, kMaxTimeout},
               "End with exit 3 when it takes longer (default: no limit)");
  flags.number(
      "--max-memory", "MIB", o.max_memory, {1, kMaxMemory},
      "End with exit 3 when more memory is needed (default: no limit)");
  flags.flag("-q,--quiet", o.quiet, "Show errors only");
  flags.counter(
      "-v,--verbose", o.verbosity,
      "Show notes in full and lists uncut; twice: how long each stage "
      "took");
  flags.flag("-h,--help", global.help, "Show this help and exit");
  flags.flag("--version", global.version, "Show the version and exit");
}

bool takes_value(std::string_view word) {
  return word == "-C" || word == "--config" || word == "--color" ||
         word == "-j" || word == "--jobs" || word == "--timeout" ||
         word == "--max-memory";
}

bool is_help(std::string_view word) { return word == "-h" || word == "--help"; }

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> out;
  for (const Command* command : commands()) out.push_back(command->name);
  return out;
}

// Where the word that names the command stands; the size of the line when no
// word does.
std::size_t command_word(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (takes_value(words[i]))
      ++i;
    else if (!words[i].starts_with("-") || words[i] == "-")
      return i;
  }
  return words.size();
}

RunCommand print(std::string text) {
  return [text = std::move(text)](const GlobalOptions& global) {
    const auto written = write_output("", [&](Sink& out) { out.put(text); });
    return written ? ExitCode::kClean
                   : report_errors(written.error(), {global.colour});
  };
}

Error unknown_command(const std::string& word) {
  return usage_error(
      fmt::format("'{}' is neither a command nor a file", printable(word)),
      did_you_mean(word, command_names(),
                   "`modgraph --help` shows the commands"));
}

// A path in the place of a command.
bool means_analyze(const std::string& word) {
  std::error_code ignored;
  return word == "-" || word.find('/') != std::string::npos || word == "..." ||
         std::filesystem::exists(word, ignored);
}

// `modgraph help [COMMAND]`.
Result<CommandLine> help_about(const std::vector<std::string>& words,
                               std::size_t at) {
  if (at + 1 == words.size()) return CommandLine{{}, print(short_help())};
  const std::string& name = words[at + 1];
  const Command* const command = find_command(name);
  if (command == nullptr)
    return fail(
        usage_error(fmt::format("there is no command '{}'", printable(name)),
                    did_you_mean(name, command_names(),
                                 "`modgraph --help` shows the commands")));
  return CommandLine{{}, print(help_of(*command))};
}

ColourChoice colour_choice(const std::string& text) {
  if (text == "always") return ColourChoice::kAlways;
  return text == "never" ? ColourChoice::kNever : ColourChoice::kAuto;
}

// A command's options and those of every command, from one line of words.
struct Parsed {
  GlobalWords global;
  Flags flags;
  RunCommand run;
};

Result<CommandLine> parse(const Command& command,
                          const std::vector<std::string>& words) {
  const auto parsed = std::make_shared<Parsed>();
  parsed->run = command.declare(parsed->flags);
  add_global(parsed->flags, parsed->global);
  if (auto read = parsed->flags.parse(words); !read)
    return fail(std::move(read.error()));
  GlobalOptions& global = parsed->global.options;
  global.colour = colour_choice(parsed->global.colour);
  return CommandLine{global, [parsed](const GlobalOptions& given) {
                       return parsed->run(given);
                     }};
}

}  // namespace

std::string short_help() {
  std::string rows;
  for (const Command* command : commands())
    rows += fmt::format("  {:<9} {}\n", command->name, command->summary);
  return fmt::format(
      "usage: modgraph COMMAND [OPTIONS]\n\n{}\n{}\n"
      "`modgraph COMMAND --help` tells more.\n",
      rows, kExamples);
}

std::string help_of(const Command& command) {
  GlobalWords global;
  Flags flags;
  const RunCommand keeps_options = command.declare(flags);
  add_global(flags, global);
  std::string out =
      fmt::format("modgraph {}: {}\n\nusage: modgraph {} [OPTIONS]",
                  command.name, command.summary, command.name);
  if (!flags.usage().empty()) out += fmt::format(" {}", flags.usage());
  out += fmt::format("\n\n{}", flags.help());
  if (!command.examples.empty())
    out += fmt::format("\nExamples:\n{}", command.examples);
  return out +
         "\nEvery long option is also a variable: --max-nodes is "
         "MODGRAPH_MAX_NODES.\n";
}

Result<CommandLine> read_command_line(
    const std::vector<std::string>& arguments) {
  const auto wants_help =
      std::any_of(arguments.begin(), arguments.end(), is_help);
  const std::size_t at = command_word(arguments);
  if (at == arguments.size()) {
    if (wants_help) return CommandLine{{}, print(short_help())};
    if (std::find(arguments.begin(), arguments.end(), "--version") !=
        arguments.end())
      return CommandLine{{}, print("modgraph " MODGRAPH_VERSION "\n")};
    // Only to find what is wrong with the options.
    GlobalWords global;
    Flags flags;
    add_global(flags, global);
    if (auto read = flags.parse(arguments); !read)
      return fail(std::move(read.error()));
    return fail(usage_error("no command is named",
                            "`modgraph --help` shows the commands"));
  }
  std::vector<std::string> words = arguments;
  const Command* command = find_command(words[at]);
  if (command != nullptr)
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  else if (words[at] == "help")
    return help_about(words, at);
  else if (means_analyze(words[at]))
    command = find_command("analyze");
  if (command == nullptr) return fail(unknown_command(arguments[at]));
  if (wants_help) return CommandLine{{}, print(help_of(*command))};
  return parse(*command, words);
}

}  // namespace modgraph
