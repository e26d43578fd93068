#pragma once

// What `go list -m -json` says of a module version: facts beside the graph.
// Field names and meaning are those of the go command (`go help list`).

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace modgraph {

/// Where a module version was fetched from (the Origin object).
struct ModuleOrigin {
  std::string vcs, url, subdir, hash, tag_prefix, tag_sum, ref, repo_sum;
};

/// One object of the stream. An absent field is empty or false.
struct ModuleFacts {
  std::string path;
  std::string version;  // "" for a main module or a folder replacement
  std::string query;
  std::vector<std::string> versions;
  std::unique_ptr<ModuleFacts> replace;  // has no Replace of its own
  std::string time;                      // RFC 3339, as written
  std::unique_ptr<ModuleFacts> update;   // only with -u
  bool main = false;
  bool indirect = false;
  std::string dir;
  std::string go_mod;
  std::string go_version;
  std::vector<std::string> retracted;  // rationales
  std::string deprecated;
  std::string error;  // Error.Err
  std::string sum, go_mod_sum;
  std::unique_ptr<ModuleOrigin> origin;
  bool reuse = false;
  int line = 0;  // where its object begins in the input
};

}  // namespace modgraph
