#pragma once

// What to draw, without where: the boxes and lines of a picture with everything
// that the visual grammar can say about them. SVG and DOT show the same
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
  kModule,    // direct or not is unknown, for want of a go.mod: solid
  kGroup,     // stands for several modules: a pile
  // Where boxes are module versions instead of modules:
  kSelected,    // the version that the build has: green, heavy
  kUnselected,  // another one: grey, dotted
};

/// What an edit does to a module; for proposals, what it would do.
enum class BoxChange : std::uint8_t {
  kNone,
  kAdded,     // +
  kRemoved,   // minus sign
  kRaised,    // up
  kLowered,   // down
  kReplaced,  // the same version from elsewhere
};

struct PictureBox {
  std::string name;     // module path, or what a group is
  std::string version;  // the selected one; "" for main modules and groups
  BoxKind kind = BoxKind::kModule;
  std::uint32_t modules = 1;         // that it stands for
  std::uint32_t other_versions = 0;  // asked for besides the selected one
  std::string replaced_by;           // "": not replaced
  std::optional<Level> mark;         // the gravest finding about it
  bool in_cycle = false;
  bool on_critical_path = false;
  bool in_question = false;  // what the picture is about
  BoxChange change = BoxChange::kNone;
  std::string version_before;  // kRaised, kLowered: the version until then
  std::string about;           // one sentence more, for tooltips
  std::string link;  // where a click leads: an http(s) URL of ours; "": nowhere
};

struct PictureLine {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool through_hidden = false;  // by way of modules that are not drawn
  bool in_cycle = false;
  bool closes_cycle = false;  // one that would open the cycle if it went
  bool on_critical_path = false;
  bool decides = false;  // it asks for the very version that the build has
  bool goes = false;     // an edit takes it out
  std::string label;     // a few words beside it; not with `forced`
  /// Versions that this requirement raised, from what go.mod asks for; several
  /// only when a box stands for several modules.
  std::vector<VersionChange> forced;
};

/// Something that is not drawn, counted, and why.
struct Hidden {
  std::uint64_t count = 0;
  std::string what;  // "modules on no path of a finding"
};

struct Picture {
  std::string title;
  std::string description;
  std::vector<PictureBox> boxes;  // main modules first
  std::vector<PictureLine> lines;
  std::vector<Hidden> hidden;
  std::string source;  // the inputs it was drawn from, with their digests
};

}  // namespace modgraph
