#pragma once

// How SVG pictures look: sizes, and the style sheet; what boxes and lines of
// each meaning look like is in picture_looks.h. A colour is never the only
// sign: cycles are dotted where they close, the critical path is thicker, lines
// that raise a version have a label, errors and warnings differ in shape.

#include <string_view>

namespace modgraph {

// All in CSS pixels.
inline constexpr double kNameSize = 11;
inline constexpr double kVersionSize = 9.5;
inline constexpr double kTitleSize = 16;
inline constexpr double kSmallSize = 10;
inline constexpr double kBadgeSize = 9;

inline constexpr double kNameLine = 13;
inline constexpr double kVersionLine = 12;
inline constexpr double kBoxInset = 5;       // inside a box, above and below
inline constexpr double kPadding = 9;        // left and right
inline constexpr double kNarrowestBox = 50;  // without padding

inline constexpr double kTipLength = 8;  // of an arrow head
inline constexpr double kTipHalf = 3.4;  // half its width
inline constexpr double kLabelHeight = 14;

inline constexpr double kMargin = 20;  // around the drawing
inline constexpr double kHeaderHeight = 44;
inline constexpr double kLegendRow = 19;
inline constexpr double kTextRow = 14;
inline constexpr double kWidest = 860;     // a picture of cards
inline constexpr double kNarrowest = 560;  // a picture, without margins

/// The content of <style>.
std::string_view svg_style_sheet();

}  // namespace modgraph
