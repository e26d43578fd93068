#include "cli/options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <deque>
#include <filesystem>
#include <optional>
#include <string_view>

#include "cli/analyze_flags.h"
#include "cli/command_words.h"
#include "cli/edit_flags.h"
#include "cli/export_report.h"
#include "cli/graph_command.h"
#include "cli/help_texts.h"
#include "cli/questions.h"
#include "cli/resolve_flags.h"
#include "cli/rule_words.h"
#include "cli/why_command.h"
#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMostJobs = 1024;

// What parsing fills, with everything that belongs to one run of CLI11.
struct Parser {
  Parser();
  CLI::App app{"modgraph: dependency graphs of Go modules, analysed and drawn",
               "modgraph"};
  GlobalOptions global;
  std::string colour = "auto";
  bool show_version = false;
  AnalyzeOptions analyze;
  AnalyzeWords analyze_words{analyze};
  GraphOptions graph;
  ListOptions list;
  WhyOptions why;
  WhatifOptions whatif;
  EditWords edit_words;
  std::deque<QuestionOptions> asked;  // one for each of questions()
  std::string rule;
  ManifestOptions manifest;
  CLI::App* analyze_command = nullptr;
  CLI::App* graph_command = nullptr;
  CLI::App* list_command = nullptr;
  CLI::App* why_command = nullptr;
  CLI::App* whatif_command = nullptr;
  std::vector<CLI::App*> question_commands;
  CLI::App* explain_command = nullptr;
  CLI::App* manifest_command = nullptr;
  CLI::App* version_command = nullptr;

 private:
  void add_global();
  void add_inputs(CLI::App* command, InputOptions& inputs);
  void add_named_inputs(CLI::App* command, InputOptions& inputs);
  void add_analyze();
  void add_resolving();
  void add_questions();
  void add_others();
  static void add_environment(CLI::App* command);
};

Parser::Parser() {
  app.set_help_flag("-h,--help", "Show this help and exit");
  app.footer(kExamples);
  app.fallthrough();
  add_global();
  add_analyze();
  add_resolving();
  add_questions();
  add_others();
  for (CLI::App* command : app.get_subcommands({})) add_environment(command);
  add_environment(&app);
}

void Parser::add_global() {
  app.add_option("-C", global.directory, "Change to DIR first")
      ->option_text("DIR");
  app.add_option("--config", global.config,
                 "Read this file instead of the nearest .modgraph.yaml")
      ->option_text("FILE");
  app.add_flag("--no-config", global.no_config, "Read no settings");
  app.add_option("--color", colour, "Colour: auto, always or never")
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("-j,--jobs", global.jobs,
                 "Use at most N threads (default: all cores)")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, kMostJobs));
  app.add_flag("-q,--quiet", global.quiet, "Show errors only");
  app.add_flag("-v,--verbose", global.verbosity,
               "Show notes in full; twice: how long each stage took");
  app.add_flag("--version", show_version, "Show the version and exit");
}

void Parser::add_inputs(CLI::App* command, InputOptions& inputs) {
  command
      ->add_option("PATH", inputs.paths,
                   "A folder with inputs, or files: graph text, go.mod, "
                   "list JSON; - is standard input")
      ->option_text("...");
  add_named_inputs(command, inputs);
}

void Parser::add_named_inputs(CLI::App* command, InputOptions& inputs) {
  command->add_option("--graph", inputs.graph, "What `go mod graph` printed")
      ->option_text("FILE");
  command
      ->add_option("--mod", inputs.mods,
                   "go.mod of a main module; repeatable. Or, as the go "
                   "command's -mod: mod, readonly, vendor")
      ->option_text("FILE|MODE")
      ->allow_extra_args(false);
  command
      ->add_option("--list", inputs.list,
                   "What `go list -m -json all` printed (also with -u)")
      ->option_text("FILE");
  command->add_flag("--go", inputs.ask_go,
                    "Ask the go command found on PATH (nothing is fetched)");
  add_resolve_flags(*command, inputs.resolve);
}

void Parser::add_analyze() {
  analyze_command = app.add_subcommand(
      "analyze", "Find cycles and version drift, and the critical path");
  add_inputs(analyze_command, analyze.inputs);
  add_analyze_flags(*analyze_command, analyze_words);
  analyze_command->footer(kAnalyzeExamples);
}

void Parser::add_resolving() {
  graph_command = app.add_subcommand(
      "graph", "Print the requirement graph, as `go mod graph` does");
  add_inputs(graph_command, graph.inputs);
  add_graph_flags(*graph_command, graph);
  graph_command->footer(kGraphExamples);
  list_command = app.add_subcommand(
      "list", "Print the build list, as `go list -m all` does");
  add_inputs(list_command, list.inputs);
  list_command->add_flag("--json", list.json,
                         "The bytes of `go list -m -json all`");
  list_command->footer(kListExamples);
  why_command = app.add_subcommand(
      "why", "Why is a module in the build, and why at this version?");
  why_command->add_option("MODULE", why.modules, "PATH or PATH@VERSION")
      ->option_text("MODULE[@V]...")
      ->required();
  add_named_inputs(why_command, why.inputs);
  add_why_flags(*why_command, why);
  why_command->footer(kWhyExamples);
  whatif_command =
      app.add_subcommand("whatif", "What would an edit of go.mod change?");
  whatif_command
      ->add_option("PATH", whatif.inputs.paths, "A folder with a go.mod")
      ->option_text("DIR");
  whatif_command
      ->add_option("--mod", whatif.inputs.mods,
                   "As the go command's -mod: mod or readonly")
      ->option_text("MODE")
      ->allow_extra_args(false);
  add_resolve_flags(*whatif_command, whatif.inputs.resolve);
  add_edit_flags(*whatif_command, edit_words);
  add_whatif_flags(*whatif_command, whatif);
  whatif_command->footer(kWhatifExamples);
}

void Parser::add_questions() {
  for (const Question& question : questions()) {
    CLI::App* command = app.add_subcommand(std::string(question.name),
                                           capitalised(question.says));
    QuestionOptions& options = asked.emplace_back();
    options.question = &question;
    if (question.add_flags != nullptr) question.add_flags(*command, options);
    add_inputs(command, options.inputs);
    command->add_flag("--json", options.json, "The answer as JSON");
    command->footer(question.examples);
    question_commands.push_back(command);
  }
}

void Parser::add_others() {
  explain_command = app.add_subcommand(
      "explain", "What a rule means, an example, and what to do");
  explain_command->add_option("RULE", rule, "MG2001, version-drift, or all")
      ->required();
  explain_command->footer(R"(Example:
  modgraph explain MG2002
)");
  manifest_command =
      app.add_subcommand("manifest", "Print a go.mod or go.work file as data");
  manifest_command->add_option("FILE", manifest.file, "The file")->required();
  manifest_command->add_flag(
      "--json", manifest.json,
      "The bytes of `go mod edit -json` or `go work edit -json`");
  manifest_command->footer(R"(Example:
  modgraph manifest --json go.mod
)");
  version_command = app.add_subcommand("version", "Print the version");
}

// --fail-on is also MODGRAPH_FAIL_ON, and so on for every long option.
void Parser::add_environment(CLI::App* command) {
  for (CLI::Option* option : command->get_options()) {
    if (option->get_lnames().empty()) continue;
    std::string name = "MODGRAPH_";
    for (const char c : option->get_lnames().front())
      name +=
          c == '-'
              ? '_'
              : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (name == "MODGRAPH_HELP" || name == "MODGRAPH_VERSION") continue;
    option->envname(name);
    // Flags have no value to name; this keeps CLI11 from printing the variable
    // for them alone.
    if (option->get_option_text().empty()) option->option_text(" ");
  }
}

// CLI11 lists what it could not place; the first word tells the user most.
Error unknown_argument(const Parser& parser, const std::string& word) {
  if (!word.starts_with("-"))
    return usage_error(fmt::format("unexpected argument '{}'", word),
                       "`modgraph --help` shows the commands");
  std::vector<std::string> names;
  std::vector<const CLI::App*> apps{&parser.app};
  for (const CLI::App* used : parser.app.get_subcommands())
    apps.push_back(used);
  for (const CLI::App* app : apps)
    for (const CLI::Option* option : app->get_options())
      for (const std::string& name : option->get_lnames())
        names.push_back("--" + name);
  return usage_error(
      fmt::format("unknown option '{}'", word),
      did_you_mean(word.substr(0, word.find('=')), {names.begin(), names.end()},
                   "`modgraph --help` shows the options"));
}

ColourChoice colour_choice(const std::string& text) {
  if (text == "always") return ColourChoice::kAlways;
  return text == "never" ? ColourChoice::kNever : ColourChoice::kAuto;
}

// --mod names files, or one of the go command's modes.
template <class Options>
Options with_mode(Options options) {
  std::vector<std::string>& mods = options.inputs.mods;
  for (auto word = mods.begin(); word != mods.end();) {
    if (*word != "mod" && *word != "readonly" && *word != "vendor") {
      ++word;
      continue;
    }
    options.inputs.resolve.mod = *word;
    word = mods.erase(word);
  }
  return options;
}

std::optional<QuestionOptions> asked_question(const Parser& parser) {
  for (std::size_t i = 0; i < parser.asked.size(); ++i)
    if (parser.question_commands[i]->parsed()) return parser.asked[i];
  return std::nullopt;
}

}  // namespace

std::string short_help() {
  std::string families;
  for (const Question& question : questions())
    families += fmt::format("  {:<8}  {}\n", question.name, question.says);
  return fmt::format(
      "usage: modgraph COMMAND [OPTIONS]\n\n"
      "  analyze   find cycles and version drift, and the critical path\n"
      "  graph     print the requirement graph\n"
      "  list      print the build list\n"
      "  why       why is a module here, and why at this version?\n"
      "  whatif    what would an edit of go.mod change?\n"
      "{}"
      "  explain   what a rule means, and what to do\n"
      "  manifest  print a go.mod or go.work file as data\n"
      "\n{}\n`modgraph COMMAND --help` tells more.\n",
      families, kExamples);
}

Result<CommandLine> parse_command_line(
    const std::vector<std::string>& arguments) {
  auto words = with_command(arguments);
  if (!words) return fail(words.error());
  Parser parser;
  try {
    std::vector<std::string> reversed(words->rbegin(), words->rend());
    parser.app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    const auto used = parser.app.get_subcommands();
    const CLI::App* app = used.empty() ? &parser.app : used.front();
    return CommandLine{
        parser.global,
        PrintText{used.empty() ? app->help() : app->help("modgraph")}};
  } catch (const CLI::ExtrasError&) {
    const auto extras = parser.app.remaining(true);
    return fail(unknown_argument(parser, extras.empty() ? "" : extras[0]));
  } catch (const CLI::ParseError& e) {
    return fail(usage_error(e.what(), "`modgraph --help` shows the options"));
  }
  parser.global.colour = colour_choice(parser.colour);
  CommandLine out{parser.global, PrintText{}};
  if (parser.show_version || parser.version_command->parsed()) {
    out.command = PrintText{"modgraph " MODGRAPH_VERSION "\n"};
  } else if (parser.analyze_command->parsed()) {
    auto outputs = parse_outputs(parser.analyze_words.formats);
    if (!outputs) return fail(outputs.error());
    if (Errors errors = unknown_rules(parser.analyze); !errors.empty())
      return fail(std::move(errors));
    parser.analyze.outputs = std::move(*outputs);
    parser.analyze.reach_exact = parser.analyze_words.reach == "exact";
    out.command = with_mode(std::move(parser.analyze));
  } else if (parser.graph_command->parsed()) {
    out.command = with_mode(std::move(parser.graph));
  } else if (parser.list_command->parsed()) {
    out.command = with_mode(std::move(parser.list));
  } else if (parser.why_command->parsed()) {
    out.command = with_mode(std::move(parser.why));
  } else if (parser.whatif_command->parsed()) {
    auto edits = edits_in_order(*parser.whatif_command, parser.edit_words);
    if (!edits) return fail(std::move(edits.error()));
    parser.whatif.edits = std::move(*edits);
    out.command = with_mode(std::move(parser.whatif));
  } else if (parser.explain_command->parsed()) {
    auto text = explained(parser.rule);
    if (!text) return fail(text.error());
    out.command = PrintText{std::move(*text)};
  } else if (parser.manifest_command->parsed()) {
    out.command = std::move(parser.manifest);
  } else if (const auto asked = asked_question(parser)) {
    out.command = with_mode(*asked);
  } else {
    return fail(
        usage_error("no command", "`modgraph --help` shows the commands"));
  }
  return out;
}

}  // namespace modgraph
