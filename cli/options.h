#pragma once

// What the command line says, as plain data: options that several commands
// share. How they are spelled stands in cli/flags.

#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal/terminal.h"

namespace modgraph {

/// Options that every command takes.
struct GlobalOptions {
  std::string directory;  // -C: run there
  std::string config;     // --config: this file instead of .modgraph.yaml
  bool no_config = false;
  ColourChoice colour = ColourChoice::kAuto;
  std::uint64_t jobs = 0;        // threads that work at a time; 0: all cores
  std::uint64_t timeout = 0;     // seconds; 0: no limit
  std::uint64_t max_memory = 0;  // MiB; 0: no limit
  bool quiet = false;            // errors only
  int verbosity = 0;  // 1: notes in full, lists uncut; 2: stage timings too
};

/// How a module is resolved in process. Empty: as the go command's own settings
/// say.
struct ResolveOptions {
  std::string mod;       // mod, readonly or vendor, as the go command's -mod
  std::string mod_file;  // read instead of go.mod, as -modfile
  std::string work;      // a go.work, or off
  std::string module_cache;        // a folder, as GOMODCACHE
  std::string confine;             // folders outside of it are not read
  std::string go_version;          // resolve as this version of Go
  bool go_version_strict = false;  // refuse go lines that are newer
  bool missing_closed = false;  // go on without go.mod files that are missing
};

/// Which inputs the user named. Empty: not named.
struct InputOptions {
  std::vector<std::string> paths;  // folders or files; kind by name and look
  std::string graph;               // what `go mod graph` printed
  std::vector<std::string> mods;   // go.mod files of main modules
  std::string list;                // what `go list -m -json all` printed
  std::string timings;             // an action graph, or a table
  std::string packages;            // what `go list -deps -test -json` printed
  bool ask_go = false;             // ask the go command for what is not named
  std::string path_base;           // name files relative to this folder
  std::string repository;  // of several folders: what they have in common
  ResolveOptions resolve;
};

/// One `-f FORMAT[:PATH]`.
struct OutputOption {
  std::string format;
  std::string path;  // "": standard output
};

/// As written on the command line.
struct PictureOptions {
  std::uint64_t max_nodes = 60;  // 0: everything
  std::string focus;             // a module, or MODULE@VERSION
  std::uint64_t depth = 0;       // 0: any
  bool reverse = false;
  bool chain = false;
  std::string collapse;  // org, repo or scc
  bool reduce = false;
  bool all_versions = false;
  std::string finding;     // RULE, RULE:MODULE or a fingerprint
  bool fits_page = false;  // draw fewer boxes until it is no wider than a page
  std::string link_template;
};

}  // namespace modgraph
