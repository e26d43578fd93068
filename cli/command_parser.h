#pragma once

// The command line as CLI11 sees it: which options each command has, and where
// their words go.

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/analyze_flags.h"
#include "cli/edit_flags.h"
#include "cli/options.h"

namespace CLI {
class App;
}

namespace modgraph {

// What parsing fills, with everything that belongs to one run of CLI11.
struct CommandParser {
  explicit CommandParser(const std::vector<std::string>& words);
  ~CommandParser();

  std::unique_ptr<CLI::App> app;
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
  CLI::App* add_command(const std::string& name, const std::string& says,
                        const std::function<void(CLI::App*)>& add_details);
  void add_global();
  static void add_inputs(CLI::App* command, InputOptions& inputs);
  static void add_named_inputs(CLI::App* command, InputOptions& inputs);
  void add_analyze();
  void add_resolving();
  void add_whatif();
  void add_questions();
  void add_others();
  static void add_environment(CLI::App* command);

  const std::vector<std::string>& words_;
};

}  // namespace modgraph
