#pragma once

// What is different between two states of a project, and which edits of its
// go.mod files made it so?

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/build/build_difference.h"
#include "engine/analysis/difference/brought_sources.h"
#include "engine/analysis/difference/line_edits.h"
#include "engine/model/manifest.h"
#include "engine/model/project.h"

namespace modgraph {

enum class MoveKind : std::uint8_t {
  kAdded,
  kRemoved,
  kUpgraded,
  kDowngraded,
  kReplaced,  // the version stays, but not its replacement
};

/// A module whose use differs between the build lists.
struct ModuleMove {
  std::string path;
  MoveKind kind = MoveKind::kAdded;
  std::optional<UsedVersion> before;  // none: added
  std::optional<UsedVersion> after;   // none: removed
  /// Whether a go.mod of ours requires it without `// indirect`; none: no line
  /// requires it at all.
  std::optional<bool> direct_before;
  std::optional<bool> direct_after;
  /// It comes or goes while another major version of it goes or comes.
  bool is_major = false;
  /// Edits that brought it, the most telling first: indices. What was added or
  /// raised comes with each of them alone; what was removed or lowered took all
  /// of them. Empty: not known.
  std::vector<std::uint32_t> causes;
  /// By cause: from a main module to the version, by printed name.
  std::vector<std::vector<std::string>> witnesses;

  bool is_up() const {
    return kind == MoveKind::kAdded || kind == MoveKind::kUpgraded;
  }
};

/// What a reader has to see first has the lowest: what was lowered, another
/// major, then what was added, removed, replaced, raised.
int telling_rank(const ModuleMove& move);

/// A requirement line that says `// indirect` on one side only.
struct DirectMove {
  std::string file;  // of the side after
  std::string path;
  bool direct_after = false;
};

/// Moves by kind.
struct EditEffect {
  std::uint32_t added = 0, removed = 0, upgraded = 0, downgraded = 0,
                replaced = 0;
  void add(MoveKind kind);
  std::uint32_t all() const {
    return added + removed + upgraded + downgraded + replaced;
  }
};

/// A module that a go.mod of the head requires directly, and none of the base.
struct NewDirect {
  std::string path;
  /// Modules that would leave the head's build with it, itself included; 0
  /// where that is not known.
  std::uint32_t exclusive = 0;
  /// Of those the archives in the module cache.
  BroughtSource source = {};
};

struct BuildCounts {
  std::uint64_t modules = 0;        // the build list, main modules included
  std::uint64_t hidden = 0;         // of those, named in no go.mod of ours
  std::uint64_t requirements = 0;   // distinct edges between module versions
  std::uint64_t longest_chain = 0;  // modules
};

struct VersionMove {
  std::string before, after;           // "": none
  std::vector<std::string> forced_by;  // what requires exactly `after`
};

struct ProjectDifference {
  std::vector<LineEdit> edits;
  /// By edit: the moves that it is a cause of. What several edits cause counts
  /// for each.
  std::vector<EditEffect> effects;
  EditEffect all;                     // every move once
  std::vector<ModuleMove> moves;      // by path; no main modules
  std::vector<DirectMove> direct;     // by file, then path
  std::vector<NewDirect> new_direct;  // the heaviest first, then by path
  BuildCounts before, after;
  std::optional<VersionMove> go;  // none: it stays
  std::optional<VersionMove> toolchain;
};

/// One of the two states.
struct ProjectState {
  const Project& project;  // resolved
  /// Of its main modules, its go.work, and the folders that replace modules;
  /// both states name their files alike.
  std::span<const Manifest> manifests;
};

/// O(V + E) and for each module the new edges that lead to it.
ProjectDifference project_difference(const ProjectState& before,
                                     const ProjectState& after);

}  // namespace modgraph
