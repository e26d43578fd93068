#pragma once

// What to draw, without coordinates: the boxes and lines of a picture with
// everything that is shown about them. SVG, DOT and Mermaid draw the same
// Picture.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/finding.h"

namespace modgraph {

enum class BoxKind : std::uint8_t {
  kMain,      // a main module: double border
  kDirect,    // go.mod requires it: solid
  kIndirect,  // `// indirect` in go.mod, or not named there: dashed
  kModule,    // direct or not is unknown without a go.mod: solid
  kGroup,     // stands for several modules: a pile
  // If boxes are module versions instead of modules:
  kSelected,    // the selected version: green, heavy
  kUnselected,  // another one: grey, dotted
};

/// What an edit does to a module; for proposals, what it would do.
enum class BoxChange : std::uint8_t {
  kNone,
  kAdded,     // +
  kRemoved,   // U+2212
  kRaised,    // up
  kLowered,   // down
  kReplaced,  // the same version, replaced by another module or folder
};

/// A bar in a box: how much of the whole it stands for, and in words.
struct PictureBar {
  double share = 0;   // 0 to 1
  std::string words;  // "271 leave with it"
};

struct PictureBox {
  std::string name;     // module path, or what a group is
  std::string version;  // the selected one; "" for main modules and groups
  BoxKind kind = BoxKind::kModule;
  std::uint32_t modules = 1;         // in this box
  std::uint32_t other_versions = 0;  // required besides the selected one
  std::string replaced_by;           // "": not replaced
  std::optional<Level> mark;         // the most severe finding about it
  /// Those that are about it, ascending: positions in Picture::findings.
  std::vector<std::uint32_t> findings;
  std::optional<PictureBar> bar;
  /// In pictures of cards: the box that it stands below.
  std::optional<std::uint32_t> under;
  bool in_cycle = false;
  bool on_critical_path = false;
  bool in_question = false;  // the picture is about it
  BoxChange change = BoxChange::kNone;
  std::string version_before;  // kRaised, kLowered: the version before the edit
  std::string about;           // another sentence, for tooltips
  std::string link;  // where a click leads: an http(s) URL of ours; "": nowhere
};

struct PictureLine {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool through_hidden = false;  // through modules that are not drawn
  bool in_cycle = false;
  bool closes_cycle = false;  // without such lines there is no cycle
  bool on_critical_path = false;
  bool decides = false;  // it requires exactly the selected version
  bool goes = false;     // an edit removes it
  /// It requires the version that it leads to, or a lower one of that module.
  bool at_most = false;
  std::string label;  // a few words next to it; not with `forced`
  /// Versions that this requirement raised, from those that go.mod requires;
  /// several only if a box has several modules.
  std::vector<VersionChange> forced;
};

/// Something that is not drawn, counted, and why.
struct Hidden {
  std::uint64_t count = 0;
  std::string what;  // "other modules"
};

/// A finding that boxes have the number of, which is its position and one.
struct PictureFinding {
  Level level = Level::kWarning;
  std::string text;  // "MG2003 split-major: ..."
};

/// How boxes are arranged.
enum class Arrangement : std::uint8_t {
  kLayers,  // each below or beside what requires it
  kCards,   // in columns, in their order, each below the box that it is under
};

struct Picture {
  std::string title;
  std::string description;
  std::vector<PictureBox> boxes;  // main modules first
  std::vector<PictureLine> lines;
  std::vector<PictureFinding> findings;
  std::uint64_t more_findings = 0;  // errors and warnings that are not listed
  std::vector<Hidden> hidden;
  Arrangement arrangement = Arrangement::kLayers;
  std::string source;  // the inputs it was drawn from, with their digests
};

}  // namespace modgraph
