#pragma once

// The command line as data. Everything that CLI11 knows stays in options.cc.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "cli/export_report.h"
#include "cli/picture_flags.h"
#include "cli/terminal/terminal.h"
#include "engine/base/result.h"
#include "engine/model/manifest_edit.h"

namespace modgraph {

/// Options that every command takes.
struct GlobalOptions {
  std::string directory;  // -C: run there
  std::string config;     // --config: this file instead of .modgraph.yaml
  bool no_config = false;
  ColourChoice colour = ColourChoice::kAuto;
  std::uint64_t jobs = 0;  // threads that work at a time; 0: all cores
  bool quiet = false;      // errors only
  int verbosity = 0;       // 1: notes in full; 2: stage timings on stderr
};

/// How a module is resolved in process. Empty: as the go command's own settings
/// say.
struct ResolveOptions {
  std::string mod;       // --mod: mod, readonly or vendor
  std::string mod_file;  // --modfile
  std::string work;      // --work: a go.work, or off
  std::string module_cache;
  std::string confine;     // folders outside are not read
  std::string go_version;  // resolve as this version of Go
  bool go_version_strict = false;
  bool missing_closed = false;  // --missing=closed
};

/// Which inputs the user named. Empty: not named.
struct InputOptions {
  std::vector<std::string> paths;  // folders or files; kind by name and look
  std::string graph;
  std::vector<std::string> mods;
  std::string list;
  std::string timings;  // a file
  std::string packages;
  bool ask_go = false;
  std::string path_base;
  ResolveOptions resolve;
};

struct AnalyzeOptions {
  InputOptions inputs;
  std::vector<OutputOption> outputs;
  std::string fail_on;  // "": what the configuration says, else error
  bool exit_zero = false;
  std::vector<std::string> allow, warn, deny;  // rule codes or names
  std::uint64_t max_results = 0;
  PictureWords picture;
  std::string markdown_budget = "comment";  // or "summary"
  bool reach_exact = false;                 // --reach exact: lift the limit
};

struct ListOptions {
  InputOptions inputs;
  bool json = false;
};

struct GraphOptions {
  InputOptions inputs;
  std::string format;     // -f: "", or FORMAT[:PATH]
  bool selected = false;  // the selected versions only
  PictureWords picture;
};

struct WhyOptions {
  InputOptions inputs;
  std::vector<std::string> modules;
  bool json = false;
  std::string format;  // -f: "", or FORMAT[:PATH]
  PictureWords picture;
};

struct WhatifOptions {
  InputOptions inputs;
  std::vector<ManifestEdit> edits;  // in the order of the command line
  std::string goal;                 // --goal: search for the edits
  std::uint64_t most_trials = 2000;
  bool apply = false;  // write go.mod
  bool json = false;
  std::string format;  // -f: "", or FORMAT[:PATH]
  PictureWords picture;
};

struct Question;

/// What `modgraph suggest` takes beside its inputs.
struct SuggestWords {
  std::string format = "text";
  bool apply = false;                // write go.mod
  bool all = false;                  // notes too
  std::vector<std::string> mirrors;  // OLD=NEW
  std::uint64_t most_trials = 10'000;
};

/// What the commands of questions.h take; each uses some of it.
struct QuestionOptions {
  InputOptions inputs;
  bool json = false;
  SuggestWords suggest;
  const Question* question = nullptr;  // which one was asked
  std::string weight;            // critical: of a module; "": by the inputs
  std::uint64_t enumerate = 0;   // cycles: so many loops of each
  std::string by;                // rank: which number; "": dependents
  std::uint64_t top = 20;        // rank: so many modules; 0: all
  std::string module;            // cut
  std::uint64_t min_points = 3;  // vendor: modules with fewer are counted
};

struct ManifestOptions {
  std::string file;
  bool json = false;
};

/// Text that answers the command line itself: help, the version.
struct PrintText {
  std::string text;
};

struct CommandLine {
  GlobalOptions global;
  std::variant<AnalyzeOptions, GraphOptions, ListOptions, WhyOptions,
               WhatifOptions, QuestionOptions, ManifestOptions, PrintText>
      command;
};

/// Reads the arguments (without the program's name) and MODGRAPH_<FLAG>
/// variables. Fails (kUsage) with a sentence, and a hint where a known name is
/// near. No arguments at all: fails with the short help as its message.
Result<CommandLine> parse_command_line(
    const std::vector<std::string>& arguments);

/// The short help: what to type first.
std::string short_help();

}  // namespace modgraph
