#pragma once

// A suggested fix as data: edits of go.mod that make a finding go away, and
// what they did to the build when they were simulated (engine/advice).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest_edit.h"

namespace modgraph {

struct BuildDifference;
struct Manifest;

/// An edit of the go.mod of one main module.
struct MainEdit {
  std::size_t module = 0;  // index of the main module
  ManifestEdit edit;
  friend bool operator==(const MainEdit&, const MainEdit&) = default;
};

/// A file before and after.
struct EditedFile {
  std::string file;  // as findings name it
  std::string before;
  std::string after;
};

/// Changed lines of a file.
struct LineChange {
  std::string file;
  std::size_t line = 0;  // the first one, in the file before; from 1
  std::string old_lines;
  std::string new_lines;
};

/// A module of the build list whose version or replacement changed.
struct MovedModule {
  std::string module;
  std::string from;
  std::string to;
};

/// How edits change the build list.
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

/// What a fix reduces where it cannot make the finding go away.
struct Measure {
  std::string what;  // "module versions in the graph"
  std::uint64_t before = 0;
  std::uint64_t after = 0;
};

struct SuggestedFix {
  std::string title;  // what to do, in the imperative
  std::vector<MainEdit> edits;
  std::vector<std::string> commands;  // `go mod edit`, quoted for a shell
  std::vector<LineChange> lines;
  std::vector<EditedFile> files;
  BuildEffect effect;
  std::optional<Measure> measure;
  std::vector<std::string> side_effects;  // sentences without a full stop
  /// Of `commands`, those that follow the edits: `go mod vendor`.
  std::vector<std::string> then = {};
  std::size_t also_ends = 0;  // other findings that go away with it
};

/// The difference as names.
BuildEffect effect_of(const BuildDifference& difference);

/// The `go mod edit` commands that make these edits, one for each file, quoted
/// for a shell.
std::vector<std::string> commands_of(std::span<const MainEdit> edits,
                                     std::span<const Manifest> manifests);

/// The lines that changed, file by file.
std::vector<LineChange> changed_lines(std::span<const EditedFile> files);

}  // namespace modgraph
