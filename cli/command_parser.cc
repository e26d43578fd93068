#include "cli/command_parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cstdint>

#include "cli/command_words.h"
#include "cli/graph_command.h"
#include "cli/help_texts.h"
#include "cli/questions.h"
#include "cli/resolve_flags.h"
#include "cli/why_command.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMostJobs = 1024;

}  // namespace

CommandParser::CommandParser(const std::vector<std::string>& words)
    : app(std::make_unique<CLI::App>(
          "modgraph: dependency graphs of Go modules, analysed and drawn",
          "modgraph")),
      words_(words) {
  app->set_help_flag("-h,--help", "Show this help and exit");
  app->footer(kExamples);
  app->fallthrough();
  add_global();
  add_analyze();
  add_resolving();
  add_whatif();
  add_questions();
  add_others();
  add_environment(app.get());
}

CommandParser::~CommandParser() = default;

// The options of all commands take longer to make than a small graph: only a
// command that was named gets its own.
CLI::App* CommandParser::add_command(
    const std::string& name, const std::string& says,
    const std::function<void(CLI::App*)>& add_details) {
  CLI::App* const command = app->add_subcommand(name, says);
  if (std::find(words_.begin(), words_.end(), name) != words_.end()) {
    add_details(command);
    add_environment(command);
  }
  return command;
}

void CommandParser::add_global() {
  app->add_option("-C", global.directory, "Change to DIR first")
      ->option_text("DIR");
  app->add_option("--config", global.config,
                  "Read this file instead of the nearest .modgraph.yaml")
      ->option_text("FILE");
  app->add_flag("--no-config", global.no_config, "Read no settings");
  app->add_option("--color", colour, "Colour: auto, always or never")
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app->add_option("-j,--jobs", global.jobs,
                  "Use at most N threads (default: all cores)")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, kMostJobs));
  app->add_flag("-q,--quiet", global.quiet, "Show errors only");
  app->add_flag("-v,--verbose", global.verbosity,
                "Show notes in full; twice: how long each stage took");
  app->add_flag("--version", show_version, "Show the version and exit");
}

void CommandParser::add_inputs(CLI::App* command, InputOptions& inputs) {
  command
      ->add_option("PATH", inputs.paths,
                   "A folder with inputs, or files: graph text, go.mod, "
                   "list JSON; - is standard input")
      ->option_text("...");
  add_named_inputs(command, inputs);
}

void CommandParser::add_named_inputs(CLI::App* command, InputOptions& inputs) {
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

void CommandParser::add_analyze() {
  analyze_command = add_command(
      "analyze", "Find cycles and version drift, and the critical path",
      [&](CLI::App* command) {
        add_inputs(command, analyze.inputs);
        add_analyze_flags(*command, analyze_words);
        command->footer(kAnalyzeExamples);
      });
}

void CommandParser::add_resolving() {
  graph_command = add_command(
      "graph", "Print the requirement graph, as `go mod graph` does",
      [&](CLI::App* command) {
        add_inputs(command, graph.inputs);
        add_graph_flags(*command, graph);
        command->footer(kGraphExamples);
      });
  list_command =
      add_command("list", "Print the build list, as `go list -m all` does",
                  [&](CLI::App* command) {
                    add_inputs(command, list.inputs);
                    command->add_flag("--json", list.json,
                                      "The bytes of `go list -m -json all`");
                    command->footer(kListExamples);
                  });
  why_command = add_command(
      "why", "Why is a module in the build, and why at this version?",
      [&](CLI::App* command) {
        command->add_option("MODULE", why.modules, "PATH or PATH@VERSION")
            ->option_text("MODULE[@V]...")
            ->required();
        add_named_inputs(command, why.inputs);
        add_why_flags(*command, why);
        command->footer(kWhyExamples);
      });
}

void CommandParser::add_whatif() {
  whatif_command = add_command(
      "whatif", "What would an edit of go.mod change?", [&](CLI::App* command) {
        command
            ->add_option("PATH", whatif.inputs.paths, "A folder with a go.mod")
            ->option_text("DIR");
        command
            ->add_option("--mod", whatif.inputs.mods,
                         "As the go command's -mod: mod or readonly")
            ->option_text("MODE")
            ->allow_extra_args(false);
        add_resolve_flags(*command, whatif.inputs.resolve);
        add_edit_flags(*command, edit_words);
        add_whatif_flags(*command, whatif);
        command->footer(kWhatifExamples);
      });
}

void CommandParser::add_questions() {
  for (const Question& question : questions()) {
    QuestionOptions& options = asked.emplace_back();
    options.question = &question;
    question_commands.push_back(add_command(
        std::string(question.name), capitalised(question.says),
        [&](CLI::App* command) {
          if (question.add_flags != nullptr)
            question.add_flags(*command, options);
          add_inputs(command, options.inputs);
          command->add_flag("--json", options.json, "The answer as JSON");
          command->footer(question.examples);
        }));
  }
}

void CommandParser::add_others() {
  explain_command = add_command(
      "explain", "What a rule means, an example, and what to do",
      [&](CLI::App* command) {
        command->add_option("RULE", rule, "MG2001, version-drift, or all")
            ->required();
        command->footer(R"(Example:
  modgraph explain MG2002
)");
      });
  manifest_command = add_command(
      "manifest", "Print a go.mod or go.work file as data",
      [&](CLI::App* command) {
        command->add_option("FILE", manifest.file, "The file")->required();
        command->add_flag("--json", manifest.json,
                          "The bytes of `go mod edit -json` or `go work edit "
                          "-json`");
        command->footer(R"(Example:
  modgraph manifest --json go.mod
)");
      });
  version_command = app->add_subcommand("version", "Print the version");
}

// --fail-on is also MODGRAPH_FAIL_ON, and so on for every long option.
void CommandParser::add_environment(CLI::App* command) {
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

}  // namespace modgraph
