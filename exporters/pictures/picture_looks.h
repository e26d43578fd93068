#pragma once

// How boxes and lines look, by what they mean: one table, from which SVG's
// style sheet, DOT's attributes and Mermaid's classes are made.
//
// Colours are those of Okabe and Ito (2008), which colour-blind people tell
// apart, and never the only sign.

#include <span>
#include <string>
#include <string_view>

namespace modgraph {

/// The look of boxes of a class of classes_of(). Later rows win over earlier.
struct BoxLook {
  std::string_view name;
  std::string_view colour;  // of the border; "": as it is
  std::string_view dark;    // on a dark ground; "": the same
  double width = 0;         // of the border; 0: as it is
  std::string_view dashes;  // "4 3"; "": as it is
  std::string_view ground;  // "": as it is
  bool struck = false;      // the name is struck out
};

/// The look of lines of a class; of several the first row that fits decides
/// where only one colour is possible.
struct LineLook {
  std::string_view name;
  std::string_view colour;  // "": as it is
  std::string_view dark;
  double width = 0;
  std::string_view dashes;
};

std::span<const BoxLook> box_looks();
std::span<const LineLook> line_looks();

/// The colours of plain boxes and lines.
inline constexpr std::string_view kPlainBox = "#57606a";
inline constexpr std::string_view kPlainLine = "#8c959f";

/// Whether a blank-separated list of classes has this one.
bool has_class(std::string_view classes, std::string_view name);

/// The rules of SVG's style sheet; with the dark colours alone for a dark ground.
enum class Ground : unsigned char { kLight, kDark };
std::string look_rules(Ground ground);

}  // namespace modgraph
