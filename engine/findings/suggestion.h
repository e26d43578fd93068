#pragma once

// A way to make a finding go away, as data: what to do, and what came of it
// when it was tried.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest_edit.h"

namespace modgraph {

/// An edit of the go.mod of one main module.
struct MainEdit {
  std::size_t module = 0;  // index of the main module
  ManifestEdit edit;
  friend bool operator==(const MainEdit&, const MainEdit&) = default;
};

/// What every exclude or replace line costs.
inline constexpr std::string_view kBreaksInstall =
    "a module whose go.mod has exclude or replace lines cannot be installed "
    "with go install MODULE@VERSION";

/// A file before and after.
struct EditedFile {
  std::string file;  // as findings name it
  std::string before;
  std::string after;
};

/// Lines of a file that became others.
struct LineChange {
  std::string file;
  std::size_t line = 0;  // the first one, in the file before; from 1
  std::string old_lines;
  std::string new_lines;
};

/// A module of the build list that moved.
struct MovedModule {
  std::string module;
  std::string from;
  std::string to;
};

/// How the build list differs after it.
struct BuildEffect {
  std::vector<std::string> added;    // "path@version", ascending
  std::vector<std::string> removed;  // likewise
  std::vector<MovedModule> changed;  // by path; go and toolchain among them
  bool none() const {
    return added.empty() && removed.empty() && changed.empty();
  }
  std::size_t size() const {
    return added.size() + removed.size() + changed.size();
  }
};

/// What is counted where a finding cannot vanish: smaller is better.
struct Measure {
  std::string what;  // "modules in loops"
  std::uint64_t before = 0;
  std::uint64_t after = 0;
};

struct Suggestion {
  std::string title;  // what to do, in the imperative
  std::vector<MainEdit> edits;
  std::vector<std::string> commands;  // `go mod edit` in words of a shell
  std::vector<LineChange> lines;
  std::vector<EditedFile> files;
  BuildEffect effect;
  std::optional<Measure> measure;
  std::vector<std::string> side_effects;  // sentences without a stop
};

}  // namespace modgraph
