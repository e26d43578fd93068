#pragma once

// What `go list -m -json` says of a module version, which the graph does not.
// Field names and meaning are those of the go command (`go help list`).

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/boxed.h"

namespace modgraph {

/// Where a module version was fetched from (the Origin object).
struct ModuleOrigin {
  std::string vcs, url, subdir, hash, tag_prefix, tag_sum, ref, repo_sum;
};

/// What every object says, the ones inside it too. An absent field is empty or
/// false.
struct ModuleRecord {
  std::string path;
  std::string version;  // "" for a main module or a folder replacement
  std::string query;
  std::vector<std::string> versions;
  std::string time;  // RFC 3339, as written
  bool main = false;
  bool indirect = false;
  std::string dir;
  std::string go_mod;
  std::string go_version;
  std::vector<std::string> retracted;  // rationales
  std::string deprecated;
  std::string error;  // Error.Err
  std::string sum, go_mod_sum;
  Boxed<ModuleOrigin> origin;
  bool reuse = false;
  int line = 0;  // where its object begins in the input
};

/// One object of the stream. What replaces or updates a module has neither a
/// replacement nor an update of its own.
struct ModuleInfo : ModuleRecord {
  Boxed<ModuleRecord> replace;
  Boxed<ModuleRecord> update;  // only with -u
};

}  // namespace modgraph
