#include "cli/options.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/command_parser.h"
#include "cli/command_words.h"
#include "cli/export_report.h"
#include "cli/help_texts.h"
#include "cli/questions.h"
#include "cli/rule_words.h"

namespace modgraph {
namespace {

// CLI11 lists what it could not place; the first word tells the user most.
Error unknown_argument(const CommandParser& parser, const std::string& word) {
  if (!word.starts_with("-"))
    return usage_error(fmt::format("unexpected argument '{}'", word),
                       "`modgraph --help` shows the commands");
  std::vector<std::string> names;
  std::vector<const CLI::App*> apps{parser.app.get()};
  for (const CLI::App* used : parser.app->get_subcommands())
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

std::optional<QuestionOptions> asked_question(const CommandParser& parser) {
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
  CommandParser parser(*words);
  try {
    std::vector<std::string> reversed(words->rbegin(), words->rend());
    parser.app->parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    const auto used = parser.app->get_subcommands();
    const CLI::App* app = used.empty() ? parser.app.get() : used.front();
    return CommandLine{
        parser.global,
        PrintText{used.empty() ? app->help() : app->help("modgraph")}};
  } catch (const CLI::ExtrasError&) {
    const auto extras = parser.app->remaining(true);
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
