#pragma once

// What to draw, without where: the boxes and lines of a picture with everything
// that the visual grammar can say about them. SVG and DOT show the same
// Picture.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/rules.h"

namespace modgraph {

enum class BoxKind : std::uint8_t {
  kMain,      // double border
  kDirect,    // solid
  kIndirect,  // dashed; also every module when there is no go.mod
  kGroup,     // stands for several modules
};

struct PictureBox {
  std::string name;     // module path, or what a group is
  std::string version;  // the selected one; "" for main modules
  BoxKind kind = BoxKind::kIndirect;
  std::uint32_t other_versions = 0;  // asked for besides the selected one
  std::string replaced_by;           // "": not replaced
  std::optional<Level> mark;         // the gravest finding about it
  bool in_cycle = false;
  bool on_critical_path = false;
  std::string about;  // one sentence more, for tooltips
};

struct PictureLine {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool in_cycle = false;
  bool closes_cycle = false;  // one that would open the cycle if it went
  bool on_critical_path = false;
  std::string forced;  // "v1.2.0 -> v1.5.0": this line raised a version
};

/// Something that is not drawn, counted.
struct Hidden {
  std::uint64_t count = 0;
  std::string what;  // plural: "modules"
};

struct Picture {
  std::string title;
  std::string description;
  std::vector<PictureBox> boxes;
  std::vector<PictureLine> lines;
  std::vector<Hidden> hidden;
  std::string source;  // which input it was drawn from, with its digest
};

}  // namespace modgraph
